// @ts-check
// The tour: one stop after the other, each with a bubble beside the part that it speaks of. A modal dialog keeps the
// focus; it begins only when it is asked for.

import { aria, button, filled, heard, hit, maybe, one } from "../js/dom.js";
import { store, stored } from "../js/state.js";
import { stuckAbove } from "../shell/stuck.js";

const TOUR_KEPT = "seqdemo.tour";
/** @type {Record<string, string>} */
const STOPS = {
  pad: ".desk .row", ways: ".ways", tasks: ".tasks", models: ".models", flow: ".flow", vision: "#panel-vision",
  reasoning: "#panel-reasoning", player: ".controls", views: ".tasks > :has([data-show])", language: ".of-page .segments",
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

/**
 * @param {HTMLElement} root
 * @param {() => { texts: Record<string, string> }} words
 * @param {() => void} begin called before the first stop
 */
export function makeTour(root, words, begin) {
  /** @type {HTMLDialogElement | null} */
  let dialog = null;
  let stops = /** @type {string[]} */ ([]), at = 0;
  const part = (/** @type {string} */ selector) => one(/** @type {HTMLDialogElement} */ (dialog), selector);
  const target = () => one(root, STOPS[stops[at]]);

  function offer() {
    maybe(root, "[data-tour]")?.classList.toggle("new", stored(TOUR_KEPT) === null);
  }

  function take() {
    begin();
    store(TOUR_KEPT, "taken");
    offer();
    stops = Object.keys(STOPS).filter((name) => maybe(root, STOPS[name])?.getClientRects().length);
    const opened = dialogElement(words().texts);
    opened.addEventListener("close", () => opened.remove());
    opened.addEventListener("keydown", key);
    opened.addEventListener("click", click);
    root.append(opened);
    dialog = opened;
    dialog.showModal();
    go(0);
    part("[data-on]").focus();
  }

  /** @param {number} next */
  function go(next) {
    if (next >= stops.length) return dialog?.close();
    at = Math.max(0, next);
    const texts = words().texts;
    part("h2").textContent = texts[`tour.${stops[at]}.title`];
    part("p").textContent = texts[`tour.${stops[at]}`];
    part(".quiet").textContent = filled(texts["tour.at"], { n: at + 1, count: stops.length });
    button(part(".onward"), "[data-back]").disabled = at === 0;
    part("[data-on]").textContent = texts[at === stops.length - 1 ? "tour.end" : "tour.next"];
    const above = stuckAbove(root, target()) + 2 * GAP;
    scrollBy({ top: target().getBoundingClientRect().top - above, behavior: "instant" });
    place();
  }

  function place() {
    if (!dialog?.open) return;
    const bubble = part(".bubble"), box = target().getBoundingClientRect();
    const size = { width: bubble.offsetWidth, height: bubble.offsetHeight };
    const { left, top, bottom } = placed(box, size, { width: innerWidth, height: innerHeight });
    bubble.style.translate = `${left}px ${top}px`;
    outline(box, Math.max(0, box.top), bottom);
  }

  /** @param {DOMRect} box @param {number} top @param {number} bottom */
  function outline(box, top, bottom) {
    const { style } = part(".spot");
    style.translate = `${box.left - RIM}px ${top - RIM}px`;
    style.width = `${box.width + 2 * RIM}px`;
    style.height = `${Math.max(0, bottom - top) + 2 * RIM}px`;
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    const moves = new Map([["ArrowRight", at + 1], ["ArrowDown", at + 1], ["ArrowLeft", at - 1], ["ArrowUp", at - 1]]);
    const to = moves.get(event.key);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (to < stops.length) go(to);
  }

  /** @param {MouseEvent} event */
  function click(event) {
    const pressed = hit(event, "button");
    if (pressed?.dataset.on !== undefined) go(at + 1);
    else if (pressed?.dataset.back !== undefined) go(at - 1);
    else if (pressed) dialog?.close();
    const back = button(part(".onward"), "[data-back]");
    if (back.disabled && document.activeElement === document.body) part("[data-on]").focus();
  }

  root.addEventListener("click", (event) => hit(event, "[data-tour]") && take());
  heard(root, "set", offer);
  addEventListener("scroll", place, { passive: true });
  addEventListener("resize", place);
}
