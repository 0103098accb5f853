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

export class Steps {
  #root;
  #state;
  #ask;
  #at = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;
  /** @type {{ family: string, last: number } | null} */
  #shown = null;
  /** @type {number | null | undefined} */
  #wanted;
  /** @type {string | null} */
  #panel = null;
  #results = () => one(this.#root, "#results");
  #hasSteps = () => maybe(this.#root, "[data-slider]") !== null;
  #slider = () => input(this.#root, "[data-slider]");
  #last = () => Number(this.#slider().max) - 1;
  #first = () => Number(this.#slider().dataset.start ?? 0);
  #heads = () => menu(this.#results(), "[data-group]");
  #inside;

  /**
   * @param {HTMLElement} root
   * @param {State} state
   * @param {() => void} ask
   */
  constructor(root, state, ask) {
    this.#root = root;
    this.#state = state;
    this.#ask = ask;
    this.#inside = makeInside(this.#root, this.#state, this.#ask);
    this.#root.addEventListener("click", (event) => {
      const step = hit(event, "[data-step]");
      if (hit(event, "[data-play]")) this.#play(!this.#timer);
      else if (step && !hit(event, "#results [data-part]")) this.#go(Number(step.dataset.step));
    });
    this.#root.addEventListener("input", (event) => {
      const field = fieldOf(event, "[data-slider]");
      if (field) this.#go(Number(field.value) - 1);
    });
    this.#root.addEventListener("change", (event) => {
      const of = this.#heads();
      if (fieldOf(event, "[data-group]") && of) this.#choose(/** @type {HTMLSelectElement} */ (event.target));
    });
    this.#root.addEventListener("keydown", this.#key);
  }

  /** @param {number} next */
  #show = (next) => {
    if (!this.#hasSteps()) return;
    this.#at = within(next, 0, this.#last());
    mark(this.#results(), this.#at);
    one(this.#results(), ".flow").dataset.beat = this.#timer ? String(this.#at % 2) : ""; // each step lights the parts up again, in the order of their work
    this.#tell();
    weigh(this.#results(), this.#at);
    announce(this.#root, "step", this.#at);
    if (!this.#timer) this.#state.changed();
  };

  #tell = () => {
    const place = filled(this.#slider().dataset.told ?? "", { n: this.#at + 1, count: this.#last() + 1 });
    this.#slider().value = String(this.#at + 1);
    this.#slider().style.setProperty("--share", String(this.#last() ? this.#at / this.#last() : 1));
    const view = maybe(this.#results(), `[data-view="${this.#at}"]`);
    aria(this.#slider(), "valuetext", `${place}. ${view?.dataset.says ?? ""}`);
    one(this.#root, ".playing output").textContent = place;
    aria(one(this.#root, "[data-play]"), "pressed", this.#timer !== undefined);
  };

  /** @param {boolean} on */
  #play = (on) => {
    clearInterval(this.#timer);
    const pace = Number(maybe(this.#root, ".controls")?.dataset.pace ?? PACE);
    this.#timer = on ? setInterval(() => (this.#at < this.#last() ? this.#show(this.#at + 1) : this.#play(false)), pace) : undefined;
    const button = maybe(this.#root, "[data-play]");
    if (button) aria(button, "pressed", on);
    if (on) this.#show(this.#at < this.#last() ? this.#at : 0);
  };

  /** @param {number} next */
  #go = (next) => {
    this.#play(false);
    this.#show(next);
  };

  /** Another layer or head of the same kind. @param {HTMLSelectElement} of */
  #choose = (of) => {
    this.#panel = of.value;
    const section = /** @type {HTMLElement} */ (of.closest("section"));
    for (const body of all(section, ".matrix tbody")) body.hidden = body.dataset.panel !== this.#panel;
    weigh(this.#results(), this.#at);
    this.#state.changed();
  };

  /** @param {KeyboardEvent} event */
  #key = (event) => {
    if (!hit(event, ".controls, .views") || event.ctrlKey || event.metaKey || event.altKey) return;
    const moves = new Map([["ArrowLeft", this.#at - 1], ["ArrowRight", this.#at + 1], ["Home", 0], ["End", this.#last()]]), to = moves.get(event.key);
    if (to !== undefined) this.#go(to);
    else if (event.key === " " && !hit(event, "button, summary")) this.#play(!this.#timer);
    else return;
    event.preventDefault();
  };

  #begin = () => {
    const asked = this.#wanted, family = this.#root.dataset.family ?? "";
    this.#wanted = undefined;
    if (!this.#hasSteps() || asked !== undefined || this.#shown?.family !== family) this.#play(false);
    if (!this.#hasSteps()) return;
    const next = { last: this.#last(), first: this.#first(), follows: this.#slider().dataset.start !== undefined };
    this.#at = asked !== undefined ? (asked ?? next.first) : beginning(this.#at, next, this.#shown?.last ?? null, this.#shown?.family === family);
    this.#shown = { family, last: next.last };
  };

  inside = () => this.#inside.now();

  /** Where the next answer is to stand. @param {number} step */
  want = (step) => void (this.#wanted = step);

  /** A new answer keeps the step, whether the steps are played and, where it has the same, the layer and head. */
  painted = () => {
    this.#inside.painted();
    this.#begin();
    const of = this.#heads();
    if (of && offers(of, this.#panel)) {
      of.value = String(this.#panel);
      this.#choose(of);
    }
    this.#show(this.#at);
  };

  /** What an address or a lesson brings back shows with the next answer. */
  keep = () => {
    this.#state.keep("step", () => (this.#hasSteps() && this.#at !== this.#first() ? this.#at : null), (step) => {
      this.#wanted = step;
      return Number.isInteger(step) && step >= 0;
    });
    this.#state.keep("head", () => ((this.#heads()?.selectedIndex ?? 0) > 0 ? this.#panel : null), (name) => void (this.#panel = name));
    this.#inside.keep();
  };
}
