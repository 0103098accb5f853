// @ts-check
// The tour: one stop after the other, each with a bubble beside the part that it speaks of. A modal dialog keeps the
// focus; it begins only when it is asked for.

import { aria, button, filled, heard, hit, maybe, one } from "../js/dom.js";
import { store, stored } from "../js/state.js";
import { stuckAbove } from "../shell/stuck.js";

const TOUR_KEPT = "seqdemo.tour";
/** @type {Record<string, string>} */
const STOPS = {
  pad: ".desk .row", ways: ".ways", tasks: ".tasks", models: ".asks", flow: ".flow", vision: "#panel-vision",
  reasoning: "#panel-reasoning", player: ".controls", views: ".tasks .pages > *", language: ".languages",
};
const GAP = 12, RIM = 6;

/** @typedef {{ left: number, right: number, top: number, bottom: number }} Box */
/** @typedef {{ width: number, height: number }} Size */

/**
 * Where the bubble goes, below, above or beside what it speaks of, and down to where that is outlined: of what is too
 * tall, only the part above the bubble.
 * @param {Box} box
 * @param {Size} bubble
 * @param {Size} window
 */
export function placed(box, bubble, window) {
  const room = 2 * GAP;
  const across = Math.max(GAP, Math.min(box.left, window.width - bubble.width - GAP));
  const down = Math.max(GAP, Math.min(box.top, window.height - bubble.height - GAP));
  /** @type {[boolean, number, number][]} */
  const ways = [
    [box.bottom + room + bubble.height <= window.height, across, box.bottom + GAP],
    [box.top - room - bubble.height >= 0, across, box.top - GAP - bubble.height],
    [box.right + room + bubble.width <= window.width, box.right + GAP, down],
    [box.left - room - bubble.width >= 0, box.left - GAP - bubble.width, down],
  ];
  const [, left, top] = ways.find(([fits]) => fits) ?? [true, across, window.height - bubble.height - GAP];
  const beside = left >= box.right || left + bubble.width <= box.left;
  return { left, top, bottom: Math.min(box.bottom, window.height, beside || top < box.top ? Infinity : top - GAP) };
}

/** @param {Record<string, string>} texts */
function dialogElement(texts) {
  const dialog = document.createElement("dialog");
  dialog.className = "tour";
  aria(dialog, "label", texts["tour.label"]);
  dialog.innerHTML = `<div class="spot"></div><div class="bubble"><div aria-live="polite"><h2></h2><p></p></div>` +
    `<div class="onward"><span class="quiet"></span><button type="button" data-back></button>` +
    `<button type="button" class="primary" data-on></button></div><button type="button" data-end>×</button></div>`;
  one(dialog, "[data-back]").textContent = texts["tour.back"];
  aria(one(dialog, "[data-end]"), "label", texts["tour.close"]);
  return dialog;
}

export class Tour {
  #root;
  #words;
  #begin;
  /** @type {HTMLDialogElement | null} */
  #dialog = null;
  #stops = /** @type {string[]} */ ([]);
  #at = 0;
  #part = (/** @type {string} */ selector) => one(/** @type {HTMLDialogElement} */ (this.#dialog), selector);
  #target = () => one(this.#root, STOPS[this.#stops[this.#at]]);

  /**
   * @param {HTMLElement} root
   * @param {() => { texts: Record<string, string> }} words
   * @param {() => void} begin called before the first stop
   */
  constructor(root, words, begin) {
    this.#root = root;
    this.#words = words;
    this.#begin = begin;
    this.#root.addEventListener("click", (event) => hit(event, "[data-tour]") && this.#take());
    heard(this.#root, "set", this.#offer);
    addEventListener("scroll", this.#place, { passive: true });
    addEventListener("resize", this.#place);
  }

  #offer = () => {
    maybe(this.#root, "[data-tour]")?.classList.toggle("new", stored(TOUR_KEPT) === null);
  };

  #take = () => {
    this.#begin();
    store(TOUR_KEPT, "taken");
    this.#offer();
    this.#stops = Object.keys(STOPS).filter((name) => maybe(this.#root, STOPS[name])?.getClientRects().length);
    const opened = dialogElement(this.#words().texts);
    opened.addEventListener("close", () => opened.remove());
    opened.addEventListener("keydown", this.#key);
    opened.addEventListener("click", this.#click);
    this.#root.append(opened);
    this.#dialog = opened;
    this.#dialog.showModal();
    this.#go(0);
    this.#part("[data-on]").focus();
  };

  /** @param {number} next */
  #go = (next) => {
    if (next >= this.#stops.length) return this.#dialog?.close();
    this.#at = Math.max(0, next);
    const texts = this.#words().texts;
    this.#part("h2").textContent = texts[`tour.${this.#stops[this.#at]}.title`];
    this.#part("p").textContent = texts[`tour.${this.#stops[this.#at]}`];
    this.#part(".quiet").textContent = filled(texts["tour.at"], { n: this.#at + 1, count: this.#stops.length });
    button(this.#part(".onward"), "[data-back]").disabled = this.#at === 0;
    this.#part("[data-on]").textContent = texts[this.#at === this.#stops.length - 1 ? "tour.end" : "tour.next"];
    const above = stuckAbove(this.#root, this.#target()) + 2 * GAP;
    scrollBy({ top: this.#target().getBoundingClientRect().top - above, behavior: "instant" });
    this.#place();
  };

  #place = () => {
    if (!this.#dialog?.open) return;
    const bubble = this.#part(".bubble"), box = this.#target().getBoundingClientRect();
    const size = { width: bubble.offsetWidth, height: bubble.offsetHeight };
    const { left, top, bottom } = placed(box, size, { width: innerWidth, height: innerHeight });
    bubble.style.translate = `${left}px ${top}px`;
    this.#outline(box, Math.max(0, box.top), bottom);
  };

  /** @param {DOMRect} box @param {number} top @param {number} bottom */
  #outline = (box, top, bottom) => {
    const { style } = this.#part(".spot");
    style.translate = `${box.left - RIM}px ${top - RIM}px`;
    style.width = `${box.width + 2 * RIM}px`;
    style.height = `${Math.max(0, bottom - top) + 2 * RIM}px`;
  };

  /** @param {KeyboardEvent} event */
  #key = (event) => {
    const moves = new Map([["ArrowRight", this.#at + 1], ["ArrowDown", this.#at + 1], ["ArrowLeft", this.#at - 1], ["ArrowUp", this.#at - 1]]);
    const to = moves.get(event.key);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (to < this.#stops.length) this.#go(to);
  };

  /** @param {MouseEvent} event */
  #click = (event) => {
    const pressed = hit(event, "button");
    if (pressed?.dataset.on !== undefined) this.#go(this.#at + 1);
    else if (pressed?.dataset.back !== undefined) this.#go(this.#at - 1);
    else if (pressed) this.#dialog?.close();
    const back = button(this.#part(".onward"), "[data-back]");
    if (back.disabled && document.activeElement === document.body) this.#part("[data-on]").focus();
  };
}
