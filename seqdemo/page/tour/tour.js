// The tour: one stop after the other, each with a bubble beside the part that it speaks of. A modal dialog keeps the
// focus; it begins only when it is asked for.

import { stored, store } from "../js/state.js";
import { stuckAbove } from "../shell/stuck.js";

const TOUR_KEPT = "seqdemo.tour";
const STOPS = {
  pad: ".desk .row", ways: ".ways", tasks: ".tasks", models: ".asks", flow: ".flow", vision: "#panel-vision",
  reasoning: "#panel-reasoning", player: ".controls", views: ".tasks .pages", language: ".languages",
};
const TOUR_GAP = 12;

export function makeTour(root, words, begin) {
  let dialog = null, stops = [], at = 0;
  const $ = (selector) => dialog.querySelector(selector);
  const target = () => root.querySelector(STOPS[stops[at]]);

  function offer() {
    root.querySelector("[data-tour]")?.classList.toggle("new", stored(TOUR_KEPT) === null);
  }

  function take() {
    begin();
    store(TOUR_KEPT, "taken");
    offer();
    stops = Object.keys(STOPS).filter((name) => root.querySelector(STOPS[name])?.getClientRects().length);
    build();
    dialog.showModal();
    go(0);
    $("[data-on]").focus();
  }

  function build() {
    const texts = words().texts;
    dialog = document.createElement("dialog");
    dialog.className = "tour";
    dialog.setAttribute("aria-label", texts["tour.label"]);
    dialog.innerHTML = `<div class="spot"></div><div class="bubble"><div aria-live="polite"><h2></h2><p></p></div>` +
      `<div class="onward"><span class="quiet"></span><button type="button" data-back></button>` +
      `<button type="button" class="primary" data-on></button></div><button type="button" data-end>×</button></div>`;
    $("[data-back]").textContent = texts["tour.back"];
    $("[data-end]").setAttribute("aria-label", texts["tour.close"]);
    dialog.addEventListener("close", () => dialog.remove());
    dialog.addEventListener("keydown", key);
    dialog.addEventListener("click", click);
    root.append(dialog);
  }

  function go(next) {
    if (next >= stops.length) return dialog.close();
    at = Math.max(0, next);
    const texts = words().texts;
    $("h2").textContent = texts[`tour.${stops[at]}.title`];
    $("p").textContent = texts[`tour.${stops[at]}`];
    $(".quiet").textContent = texts["tour.at"].replace("{n}", at + 1).replace("{count}", stops.length);
    $("[data-back]").disabled = at === 0;
    $("[data-on]").textContent = texts[at === stops.length - 1 ? "tour.end" : "tour.next"];
    const above = stuckAbove(root, target()) + 2 * TOUR_GAP;
    scrollBy({ top: target().getBoundingClientRect().top - above, behavior: "instant" });
    place();
  }

  // Below, above or beside what it speaks of; of what is too tall, only the part above the bubble is outlined.
  function place() {
    if (!dialog?.open) return;
    const bubble = $(".bubble"), { offsetWidth: wide, offsetHeight: high } = bubble;
    const box = target().getBoundingClientRect(), edge = TOUR_GAP, room = 2 * TOUR_GAP;
    const across = Math.max(edge, Math.min(box.left, innerWidth - wide - edge));
    const down = Math.max(edge, Math.min(box.top, innerHeight - high - edge));
    const ways = [
      [box.bottom + room + high <= innerHeight, across, box.bottom + edge],
      [box.top - room - high >= 0, across, box.top - edge - high],
      [box.right + room + wide <= innerWidth, box.right + edge, down],
      [box.left - room - wide >= 0, box.left - edge - wide, down],
    ];
    const [, left, top] = ways.find(([fits]) => fits) ?? [true, across, innerHeight - high - edge];
    const beside = left >= box.right || left + wide <= box.left;
    const bottom = Math.min(box.bottom, innerHeight, beside || top < box.top ? Infinity : top - edge);
    bubble.style.translate = `${left}px ${top}px`;
    outline(box, Math.max(0, box.top), bottom);
  }

  function outline(box, top, bottom) {
    const spot = $(".spot"), rim = 6;
    spot.style.translate = `${box.left - rim}px ${top - rim}px`;
    spot.style.width = `${box.width + 2 * rim}px`;
    spot.style.height = `${Math.max(0, bottom - top) + 2 * rim}px`;
  }

  function key(event) {
    const moves = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1 };
    if (!(event.key in moves)) return;
    event.preventDefault();
    event.stopPropagation();
    if (moves[event.key] < stops.length) go(moves[event.key]);
  }

  function click(event) {
    const button = event.target.closest("button");
    if (button?.dataset.on !== undefined) go(at + 1);
    else if (button?.dataset.back !== undefined) go(at - 1);
    else if (button) dialog.close();
    if ($("[data-back]").disabled && document.activeElement === document.body) $("[data-on]").focus();
  }

  root.addEventListener("click", (event) => event.target.closest("[data-tour]") && take());
  root.addEventListener("set", offer);
  addEventListener("scroll", place, { passive: true });
  addEventListener("resize", place);
}
