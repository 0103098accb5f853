// @ts-check
// What a visitor changes on the way to the answer: as what a letter is read, where a step looks, and how to take it back.

import { heard, hit, maybe, one } from "../js/dom.js";
import { shownBody } from "../js/tip.js";
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

/**
 * @param {HTMLElement} root
 * @param {Pad} pad
 * @param {() => void} ask
 * @param {(cell: HTMLTableCellElement) => void} showTip
 */
export function makeChanges(root, pad, ask, showTip) {
  let read = /** @type {Read} */ ({}), look = /** @type {Look} */ ({});
  /** @type {{ section: string, row: number, at: number } | null} */
  let pressed = null;
  const { model } = pad;
  makeShares(root, (step, told) => {
    look = { ...look, [step]: told };
    ask();
  });

  /** @param {HTMLTableCellElement} cell */
  function press(cell) {
    const table = /** @type {HTMLTableElement} */ (cell.closest("table"));
    const row = /** @type {HTMLTableRowElement} */ (cell.parentNode), head = table.tHead?.rows[0].cells[cell.cellIndex];
    if (table.dataset.sets === "read") read = toggled(read, cell.cellIndex - 1, row.dataset.letter ?? "");
    else look = toggled(look, row.dataset.step ?? "", onlyAt(Number(head?.dataset.image), model.letters().length));
    ask();
  }

  /** The cell that the arrow keys have come to; after the answer it is looked at again. @param {KeyboardEvent} event */
  function key(event) {
    const table = hit(event, "#results table[data-sets]");
    const cell = /** @type {HTMLTableCellElement | null | undefined} */ (table?.querySelector("td.looked"));
    if (!table || !cell || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    const row = /** @type {HTMLTableRowElement} */ (cell.parentNode).sectionRowIndex;
    pressed = { section: table.closest("section")?.id ?? "", row, at: cell.cellIndex };
    press(cell);
  }

  /** @param {string} kind what is taken back @param {number} at */
  function takeBack(kind, at) {
    if (kind === "all") {
      end();
      model.restore();
    } else if (kind === "order") model.sort();
    else if (kind === "read" || kind === "look") {
      delete { read, look }[kind][at];
      ask();
    } else model.retune(at, /** @type {import("../js/pad/model.js").Quality} */ (kind));
    one(root, "#pad svg").focus({ preventScroll: true });
  }

  function painted() {
    const table = pressed && /** @type {HTMLTableElement | null} */ (maybe(root, `#results #${pressed.section} table[data-sets]`));
    if (table && pressed) {
      table.focus({ preventScroll: true });
      const cell = shownBody(table).rows[pressed.row]?.cells[pressed.at];
      if (cell) showTip(cell);
    }
    pressed = null;
  }

  // Other letters: what was changed of those before has no meaning any more.
  function end() {
    [read, look] = [{}, {}];
  }

  const options = () => ({ ...(some(read) && { read }), ...(some(look) && { look }) });

  root.addEventListener("click", (event) => {
    const back = hit(event, ".changes [data-back]");
    if (back) return takeBack(back.dataset.back ?? "", Number(back.dataset.at));
    const cell = hit(event, "#results table[data-sets] tbody td[data-p]");
    if (cell) press(/** @type {HTMLTableCellElement} */ (cell));
  });
  root.addEventListener("keydown", key);
  heard(root, "painted", painted);

  return {
    options, end,
    get() {
      const told = { ...model.changes(), ...options() };
      return some(told) ? told : null;
    },
    /** Takes back what `get` gave; what makes no sense for these letters is left out and answered with false.
     *  @param {any} value */
    set(value) {
      const { read: told = {}, look: sent = {}, ...altered } = value ?? {};
      const good = fits(told, sent, model.letters().length);
      [read, look] = good ? [{ ...told }, { ...sent }] : [{}, {}];
      const done = pad.apply(altered);
      ask();
      return good && done;
    },
  };
}
