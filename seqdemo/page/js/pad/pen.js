// @ts-check
// Pens, fingers and mice that draw into boxes, and the eraser of a pen. The box is looked at when the stroke ends, so that
// whatever comes meanwhile loses nothing.

import { thin } from "../codec.js";
import { MOST_POINTS, MOST_STROKES } from "../contract.js";
import { around, hit } from "../dom.js";
import { pathOf, strokeElement, turnedBack } from "../ink.js";
import { erased } from "./eraser.js";
import { erases, Hands } from "./hands.js";
import { blank } from "./model.js";

/** @typedef {import("../ink.js").Point} Point */
/** @typedef {import("../ink.js").Letter} Letter */
/** A stroke that is being drawn, or the way of an eraser, which has no path.
 *  @typedef {{ at: number, room: number, svg: HTMLElement, stroke: Point[], path: SVGElement | null }} Drawn */

const NEAREST = 0.004; // of two points of a stroke, in shares of the box

/**
 * @param {{ left: number, top: number, width: number, height: number }} box where it is on the screen
 * @param {{ clientX: number, clientY: number }} event
 * @returns {Point} in shares of the box, never outside
 */
export function pointIn({ left, top, width, height }, { clientX, clientY }) {
  /** @param {number} value */
  const share = (value) => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
  return [share((clientX - left) / width), share((clientY - top) / height)];
}

/**
 * Adds what is not too near and still fits.
 * @param {Point[]} stroke
 * @param {Point} point
 * @param {number} room the most points it may have
 */
export function extend(stroke, point, room) {
  const last = stroke[stroke.length - 1];
  if (Math.hypot(point[0] - last[0], point[1] - last[1]) >= NEAREST && stroke.length < room) stroke.push(point);
}

/** How many points still go into a letter; none if it has all its strokes. @param {Letter} box */
export function roomIn(box) {
  if (box.strokes.length >= MOST_STROKES) return 0;
  return MOST_POINTS - box.strokes.reduce((sum, stroke) => sum + stroke.length, 0);
}

export class Pen {
  #root;
  #model;
  #on;
  #boxes;
  #hands = new Hands();
  /** @type {Map<number, Drawn>} */ #drawn = new Map();
  /** @type {(() => void)[]} */ #waiting = [];

  /**
   * @param {HTMLElement} root
   * @param {Pick<import("./model.js").PadModel, "boxes" | "put" | "clear">} model
   * @param {object} on
   * @param {() => void} on.refused called when a letter is full
   * @param {(at: number, box: Letter) => void} on.preview what an eraser would leave
   * @param {string} boxes the pictures that are drawn into; what is around each says in `data-at` which box it is
   */
  constructor(root, model, on, boxes = "#pad svg") {
    this.#root = root;
    this.#model = model;
    this.#on = on;
    this.#boxes = boxes;
    this.#root.addEventListener("pointerdown", this.#down);
    this.#root.addEventListener("pointermove", this.#move);
    // Wherever it ends, even where its box is no longer on the page.
    for (const kind of /** @type {const} */ (["pointerup", "pointercancel"])) window.addEventListener(kind, this.#up);
    this.#root.addEventListener("touchstart", this.#hold, { passive: false });
    this.#root.addEventListener("contextmenu", (event) => {
      if (hit(event, this.#boxes) && /** @type {PointerEvent} */ (event).pointerType === "pen") event.preventDefault();
    });
  }

  /** Resolves when no stroke is being drawn. @returns {Promise<void>} */
  still = () => (this.#hands.drawing ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve());

  /** Two hands in two boxes draw, where the browser would zoom; in one box they zoom. @param {TouchEvent} event */
  #hold = (event) => {
    if (hit(event, this.#boxes) && event.touches.length > 1 && !this.#hands.zooms) event.preventDefault();
  };

  /** @param {number} at */
  #box = (at) => this.#model.boxes[at] ?? blank();

  /** @param {PointerEvent} event */
  #down = (event) => {
    const svg = hit(event, this.#boxes), erasing = erases(event);
    if (!svg || (event.button !== 0 && !erasing)) return;
    const at = Number(around(svg, "[data-at]").dataset.at), { draws, ended } = this.#hands.down(event.pointerId, event.pointerType, at, event.timeStamp);
    ended.forEach(this.#drop);
    if (!draws) return this.#rest();
    event.preventDefault();
    svg.focus({ preventScroll: true });
    const room = erasing ? Infinity : roomIn(this.#box(at));
    if (room < 2) return this.#refuse(event.pointerId);
    svg.setPointerCapture(event.pointerId);
    const stroke = [pointIn(svg.getBoundingClientRect(), event)];
    const path = erasing ? null : svg.appendChild(strokeElement(stroke, this.#box(at).thickness));
    this.#drawn.set(event.pointerId, { at, room, svg, stroke, path });
  };

  /** @param {number} id */
  #refuse = (id) => {
    this.#hands.up(id);
    this.#on.refused();
  };

  /** @param {number} id */
  #drop = (id) => {
    this.#drawn.get(id)?.path?.remove();
    this.#drawn.delete(id);
  };

  /** @param {PointerEvent} event */
  #move = (event) => {
    if (event.pointerType === "pen") this.#hands.near(event.timeStamp);
    const drawn = this.#drawn.get(event.pointerId);
    if (!drawn || !drawn.svg.isConnected) return;
    const steps = event.getCoalescedEvents?.() ?? [], place = drawn.svg.getBoundingClientRect();
    for (const step of steps.length ? steps : [event]) extend(drawn.stroke, pointIn(place, step), drawn.room);
    if (drawn.path) drawn.path.setAttribute("d", pathOf(drawn.stroke));
    else this.#on.preview(drawn.at, this.#without(drawn));
  };

  /** What an eraser leaves of the box that it is in. @param {Drawn} drawn */
  #without = ({ at, stroke }) => {
    const box = this.#box(at);
    return { ...box, strokes: erased(box.strokes, turnedBack(stroke, box.turn ?? 0)) };
  };

  /** @param {PointerEvent} event */
  #up = (event) => {
    const drawn = this.#drawn.get(event.pointerId);
    this.#drop(event.pointerId);
    this.#hands.up(event.pointerId);
    if (drawn) this.#finish(drawn);
    this.#rest();
  };

  /** @param {Drawn} drawn */
  #finish = (drawn) => {
    const { at, path, stroke } = drawn, box = this.#box(at);
    if (!path) return this.#erase(at, this.#without(drawn));
    if (roomIn(box) < stroke.length) return this.#on.refused();
    this.#model.put(at, { ...box, strokes: [...box.strokes, thin(turnedBack(stroke, box.turn ?? 0))], label: null });
  };

  /** @param {number} at @param {Letter} left */
  #erase = (at, left) => {
    const before = this.#model.boxes[at]?.strokes.length ?? 0;
    if (left.strokes.length === before) return;
    if (left.strokes.length) this.#model.put(at, { ...left, label: null });
    else this.#model.clear(at);
  };

  // What waited for the strokes goes on.
  #rest = () => {
    if (this.#hands.drawing) return;
    for (const resume of this.#waiting.splice(0)) resume();
  };
}
