// @ts-check
// A pen, a finger or a mouse that draws into a box; while one is down, all others are ignored.

import { thin } from "../codec.js";
import { MOST_POINTS, MOST_STROKES } from "../contract.js";
import { around, hit } from "../dom.js";
import { pathOf, strokeElement, turnedBack } from "../ink.js";
import { blank } from "./model.js";

/** @typedef {import("../ink.js").Point} Point */
/** @typedef {import("../ink.js").Letter} Letter */
/** @typedef {{ id: number, at: number, box: Letter, room: number, svg: HTMLElement, stroke: Point[], path: SVGElement }} Pen */

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

/**
 * @param {HTMLElement} root
 * @param {import("./model.js").PadModel} model
 * @param {() => void} refused called when a letter is full
 */
export function makePen(root, model, refused) {
  /** @type {Pen | null} */
  let pen = null;

  /** @param {PointerEvent} event */
  function down(event) {
    const svg = hit(event, "#pad svg");
    if (!svg || pen || (event.pointerType === "mouse" && event.button !== 0)) return;
    event.preventDefault();
    svg.focus({ preventScroll: true });
    const at = Number(around(svg, ".box").dataset.at), box = model.boxes[at] ?? blank(), room = roomIn(box);
    if (room < 2) return refused();
    svg.setPointerCapture(event.pointerId);
    const stroke = [pointIn(svg.getBoundingClientRect(), event)];
    const path = svg.appendChild(strokeElement(stroke, box.thickness));
    pen = { id: event.pointerId, at, box, room, svg, stroke, path };
  }

  /** @param {PointerEvent} event */
  function move(event) {
    if (!pen || event.pointerId !== pen.id) return;
    const steps = event.getCoalescedEvents?.() ?? [], place = pen.svg.getBoundingClientRect();
    for (const step of steps.length ? steps : [event]) extend(pen.stroke, pointIn(place, step), pen.room);
    pen.path.setAttribute("d", pathOf(pen.stroke));
  }

  /** @param {PointerEvent} event */
  function up(event) {
    if (!pen || event.pointerId !== pen.id) return;
    const { at, box, stroke } = pen;
    pen = null;
    model.put(at, { ...box, strokes: [...box.strokes, thin(turnedBack(stroke, box.turn ?? 0))], label: null });
  }

  root.addEventListener("pointerdown", down);
  root.addEventListener("pointermove", move);
  root.addEventListener("pointerup", up);
  root.addEventListener("pointercancel", up);
}
