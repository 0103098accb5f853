// @ts-check
// Runs that are pinned: what the next one is bet against, and twins whose answers can be told apart.

import { all, aria, filled, one } from "../js/dom.js";
import { recalled, store } from "../js/state.js";

/** @typedef {{ run: string, said: string, against: string }} Bet */
/** @typedef {{ run: string, title: string } | null | undefined} Against */

const TWINS = 2;
const KEPT = "seqdemo.bet";

export class Pinned {
  #section;
  /** @type {string[]} */
  #pins = [];
  /** @type {string | null} */
  #said = null;
  /** @type {Against} */
  #against = null;

  /** @param {() => HTMLElement} section */
  constructor(section) {
    this.#section = section;
  }

  /** What the server is told of it. @param {string | undefined} run */
  told = (run) => {
    const bet = this.#kept();
    return { pins: this.#pins, ...(bet && bet.run === run && { bet: { said: bet.said, against: bet.against } }) };
  };

  /** A third pin takes the place of the first. @param {string} run */
  toggle = (run) => {
    const others = this.#pins.filter((each) => each !== run);
    this.#pins = others.length < this.#pins.length ? others : [...others, run].slice(-TWINS);
  };

  twins = () => (this.#pins.length === TWINS ? this.#pins : null);

  /** @param {string} said */
  say = (said) => {
    this.#said = this.#said === said ? null : said;
    this.#mark();
  };

  /** Beside which run the next one would stand. @param {Against} against */
  against = (against) => {
    this.#against = against;
    one(this.#section(), ".bet").hidden = !against;
    const note = one(this.#section(), ".against");
    note.textContent = filled(note.dataset.told ?? "", { other: against?.title ?? "" });
    this.#mark();
  };

  /** A run begins: what was said of it holds. @param {string} run @param {Against} against */
  begin = (run, against) => {
    if (this.#said && against && against.run !== run) {
      store(KEPT, JSON.stringify({ run, said: this.#said, against: against.run }));
    }
    this.#said = null;
    this.#mark();
  };

  /** Beside which run the next one would stand, as it was told last. */
  held = () => this.#against;

  #mark = () => {
    for (const each of all(this.#section(), "[data-bet]")) aria(each, "pressed", each.dataset.bet === this.#said);
  };

  /** @returns {Bet | null} */
  #kept = () => recalled(KEPT);
}
