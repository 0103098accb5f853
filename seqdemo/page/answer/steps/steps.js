// @ts-check
// The one control for all steps, of letters, of a decoder or of rows: everything is on the page already, this only
// chooses which of them shows.

import { all, announce, aria, fieldOf, filled, hit, input, json, maybe, menu, offers, one, within } from "../../js/dom.js";
import { makeInside } from "./inside.js";

const PACE = 1300; // milliseconds a step, unless the view says otherwise
const BARS = ["alignment", "attention"]; // attention comes last and decides how an image shows

/** @typedef {import("../../js/state.js").State} State */

/**
 * Where a new answer is to begin. Another family of tasks begins where it wants to; rows keep their share of the way if a
 * step holds more of them.
 * @param {number} at the present step
 * @param {{ last: number, first: number, follows: boolean }} next the new steps
 * @param {number | null} steps the last of the old ones
 * @param {boolean} same whether the family is the same
 */
export function beginning(at, { last, first, follows }, steps, same) {
  if (!same) return first;
  if (!follows) return at;
  return steps ? Math.round((at * last) / steps) : first;
}

/** Lets only the part of a step show, or marks what belongs to it. @param {HTMLElement} results @param {number} at */
function mark(results, at) {
  for (const view of all(results, "[data-view]")) view.hidden = Number(view.dataset.view) !== at;
  for (const inside of all(results, "[data-inside]")) inside.hidden = Number(inside.dataset.inside) !== at;
  for (const letter of all(results, ".works [data-said]")) letter.classList.toggle("now", Number(letter.dataset.said) === at);
  for (const part of all(results, "[data-step]")) part.classList.toggle("now", Number(part.dataset.step) === at);
  for (const chip of all(results, ".chips button")) aria(chip, "current", Number(chip.dataset.step) === at ? "step" : "false");
  for (const row of /** @type {any[]} */ (all(results, "table[data-steps] tr"))) {
    [...row.cells].forEach((cell, n) => cell.classList.toggle("now", n === at + 1));
  }
  const lanes = all(results, ".byrow :is(.track, .area)"); // not on all that is in them
  for (const part of lanes) part.style.setProperty("--at", String(at));
}

/** Each image gets the share that the table gives it at this step. @param {HTMLElement} results @param {number} at */
function weigh(results, at) {
  for (const name of BARS) {
    const body = all(results, `#panel-${name} .matrix tbody`).find((each) => !each.hidden);
    const shares = body ? (json(body, "shares")[at] ?? []) : [];
    all(results, `[data-bar="${name}"]`).forEach((bar, n) => {
      bar.style.setProperty("--share", String(shares[n]));
      /** @type {HTMLElement} */ (bar.parentNode).style.setProperty("--weight", String(shares[n]));
    });
  }
}

/**
 * @param {HTMLElement} root
 * @param {State} state
 * @param {() => void} ask
 */
export function makeSteps(root, state, ask) {
  let at = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let timer;
  /** @type {{ family: string, last: number } | null} */
  let shown = null;
  /** @type {number | null | undefined} */
  let wanted;
  /** @type {string | null} */
  let panel = null;
  const results = () => one(root, "#results");
  const hasSteps = () => maybe(root, "[data-slider]") !== null;
  const slider = () => input(root, "[data-slider]");
  const last = () => Number(slider().max) - 1;
  const first = () => Number(slider().dataset.start ?? 0);
  const heads = () => menu(results(), "[data-group]");
  const inside = makeInside(root, state, ask);

  /** @param {number} next */
  function show(next) {
    if (!hasSteps()) return;
    at = within(next, 0, last());
    mark(results(), at);
    one(results(), ".flow").dataset.beat = timer ? String(at % 2) : ""; // each step lights the parts up again, in the order of their work
    tell();
    weigh(results(), at);
    announce(root, "step", at);
    if (!timer) state.changed();
  }

  function tell() {
    const place = filled(slider().dataset.told ?? "", { n: at + 1, count: last() + 1 });
    slider().value = String(at + 1);
    slider().style.setProperty("--share", String(last() ? at / last() : 1));
    const view = maybe(results(), `[data-view="${at}"]`);
    aria(slider(), "valuetext", `${place}. ${view?.dataset.says ?? ""}`);
    one(root, ".playing output").textContent = place;
  }

  /** @param {boolean} on */
  function play(on) {
    clearInterval(timer);
    const pace = Number(maybe(root, ".controls")?.dataset.pace ?? PACE);
    timer = on ? setInterval(() => (at < last() ? show(at + 1) : play(false)), pace) : undefined;
    const button = maybe(root, "[data-play]");
    if (button) aria(button, "pressed", on);
    if (on) show(at < last() ? at : 0);
  }

  /** @param {number} next */
  function go(next) {
    play(false);
    show(next);
  }

  /** Another layer or head of the same kind. @param {HTMLSelectElement} of */
  function choose(of) {
    panel = of.value;
    const section = /** @type {HTMLElement} */ (of.closest("section"));
    for (const body of all(section, ".matrix tbody")) body.hidden = body.dataset.panel !== panel;
    weigh(results(), at);
    state.changed();
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    if (!hit(event, ".controls, .views") || event.ctrlKey || event.metaKey || event.altKey) return;
    const moves = new Map([["ArrowLeft", at - 1], ["ArrowRight", at + 1], ["Home", 0], ["End", last()]]), to = moves.get(event.key);
    if (to !== undefined) go(to);
    else if (event.key === " " && !hit(event, "button, summary")) play(!timer);
    else return;
    event.preventDefault();
  }

  function begin() {
    const asked = wanted, family = root.dataset.family ?? "";
    wanted = undefined;
    if (!hasSteps()) return;
    const next = { last: last(), first: first(), follows: slider().dataset.start !== undefined };
    at = asked !== undefined ? (asked ?? next.first) : beginning(at, next, shown?.last ?? null, shown?.family === family);
    shown = { family, last: next.last };
  }

  root.addEventListener("click", (event) => {
    const step = hit(event, "[data-step]");
    if (hit(event, "[data-play]")) play(!timer);
    else if (step && !hit(event, "#results [data-part]")) go(Number(step.dataset.step));
  });
  root.addEventListener("input", (event) => {
    const field = fieldOf(event, "[data-slider]");
    if (field) go(Number(field.value) - 1);
  });
  root.addEventListener("change", (event) => {
    const of = heads();
    if (fieldOf(event, "[data-group]") && of) choose(/** @type {HTMLSelectElement} */ (event.target));
  });
  root.addEventListener("keydown", key);

  return {
    inside: inside.now,
    /** A new answer keeps the step and, where it has the same, the layer and head. */
    painted() {
      play(false);
      inside.painted();
      begin();
      const of = heads();
      if (of && offers(of, panel)) {
        of.value = String(panel);
        choose(of);
      }
      show(at);
    },
    /** What an address or a lesson brings back shows with the next answer. */
    keep() {
      state.keep("step", () => (hasSteps() && at !== first() ? at : null), (step) => {
        wanted = step;
        return Number.isInteger(step) && step >= 0;
      });
      state.keep("head", () => ((heads()?.selectedIndex ?? 0) > 0 ? panel : null), (name) => void (panel = name));
      inside.keep();
    },
  };
}
