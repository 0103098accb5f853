// @ts-check
// What a visitor changes on the way to the answer: as what a letter is read, where a step looks, and how to take it back.

import { hit, one } from "../js/dom.js";
import { makeShares } from "./shares.js";

/** @typedef {Record<string, string>} Read as what the letter at each place is read */
/** @typedef {Record<string, number[]>} Look how much each step looks at each image */
/** @typedef {import("../js/pad/pad.js").Pad} Pad */

/** @param {object} told */
const some = (told) => Object.keys(told).length > 0;

/**
 * Sets what is told of a place; the same once more takes it back.
 * @template {string | number[]} Value
 * @param {Record<string, Value>} told
 * @param {string | number} at
 * @param {Value} value
 * @returns {Record<string, Value>}
 */
export function toggled(told, at, value) {
  const { [String(at)]: before, ...others } = told;
  return JSON.stringify(before) === JSON.stringify(value) ? others : { ...others, [at]: value };
}

/** All of the look at one image. @param {number} image @param {number} count @returns {number[]} */
function onlyAt(image, count) {
  return Array.from({ length: count }, (_, n) => (n === image ? 1 : 0));
}

/**
 * Whether it makes sense for so many letters.
 * @param {Record<string, unknown>} read
 * @param {Record<string, unknown>} look
 * @param {number} count
 */
export function fits(read, look, count) {
  const letters = Object.entries(read).every(([at, letter]) => Number(at) < count && /^[A-Z]$/.test(String(letter)));
  /** @param {unknown} shares */
  const good = (shares) => Array.isArray(shares) && shares.length === count && shares.every(Number.isFinite);
  return letters && Object.values(look).every(good);
}

export class Changes {
  #root;
  #pad;
  #ask;
  #read = /** @type {Read} */ ({});
  #look = /** @type {Look} */ ({});
  #model;
  options = () => ({ ...(some(this.#read) && { read: this.#read }), ...(some(this.#look) && { look: this.#look }) });

  /**
   * @param {HTMLElement} root
   * @param {Pad} pad
   * @param {() => void} ask
   */
  constructor(root, pad, ask) {
    this.#root = root;
    this.#pad = pad;
    this.#ask = ask;
    this.#model = this.#pad.model;
    makeShares(this.#root, (step, told) => {
      this.#look = { ...this.#look, [step]: told };
      this.#ask();
    });
    this.#root.addEventListener("click", (event) => {
      const back = hit(event, ".changes [data-back]");
      if (back) return this.#takeBack(back.dataset.back ?? "", Number(back.dataset.at));
      const cell = hit(event, "#results table[data-sets] tbody td[data-p]");
      if (cell) this.#press(/** @type {HTMLTableCellElement} */ (cell));
    });
    this.#root.addEventListener("keydown", this.#key);
  }

  /** @param {HTMLTableCellElement} cell */
  #press = (cell) => {
    const table = /** @type {HTMLTableElement} */ (cell.closest("table"));
    const row = /** @type {HTMLTableRowElement} */ (cell.parentNode), head = table.tHead?.rows[0].cells[cell.cellIndex];
    if (table.dataset.sets === "read") this.#read = toggled(this.#read, cell.cellIndex - 1, row.dataset.letter ?? "");
    else this.#look = toggled(this.#look, row.dataset.step ?? "", onlyAt(Number(head?.dataset.image), this.#model.letters().length));
    cell.classList.add("awaited"); // at once; the answer draws what came of it
    this.#ask();
  };

  /** The cell that the arrow keys have come to. @param {KeyboardEvent} event */
  #key = (event) => {
    const table = hit(event, "#results table[data-sets]");
    const cell = /** @type {HTMLTableCellElement | null | undefined} */ (table?.querySelector("td.looked"));
    if (!table || !cell || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    this.#press(cell);
  };

  /** @param {string} kind what is taken back @param {number} at */
  #takeBack = (kind, at) => {
    if (kind === "all") {
      this.end();
      this.#model.restore();
    } else if (kind === "order") this.#model.sort();
    else if (kind === "read" || kind === "look") {
      delete { read: this.#read, look: this.#look }[kind][at];
      this.#ask();
    } else this.#model.retune(at, /** @type {import("../js/pad/model.js").Quality} */ (kind));
    one(this.#root, "#pad svg").focus({ preventScroll: true });
  };

  // Other letters: what was changed of those before has no meaning any more.
  end = () => {
    [this.#read, this.#look] = [{}, {}];
  };

  get = () => {
    const told = { ...this.#model.changes(), ...this.options() };
    return some(told) ? told : null;
  };

  /** Takes back what `get` gave; what makes no sense for these letters is left out and answered with false.
   *  @param {any} value */
  set = (value) => {
    const { read: told = {}, look: sent = {}, ...altered } = value ?? {};
    const good = fits(told, sent, this.#model.letters().length);
    [this.#read, this.#look] = good ? [{ ...told }, { ...sent }] : [{}, {}];
    const done = this.#pad.apply(altered);
    this.#ask();
    return good && done;
  };
}
