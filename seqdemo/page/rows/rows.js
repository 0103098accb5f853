// @ts-check
// Rows of an image: covers them, and keeps what was answered before any were.

import { ROWS } from "../js/contract.js";
import { all, aria, filled, heard, hit, input, maybe, one, within } from "../js/dom.js";
import { LookBack } from "./lookback.js";

/** The rows of one step of a reader that takes them in strips. @param {number} step from 0 @param {number} steps */
export function rowsOf(step, steps) {
  const strip = ROWS / steps;
  return Array.from({ length: strip }, (_, n) => step * strip + n);
}

/** The rows on the way from one to another; a quick finger leaves some out. @param {number} from @param {number} to */
export function between(from, to) {
  const step = Math.sign(to - from);
  return Array.from({ length: Math.abs(to - from) }, (_, n) => from + (n + 1) * step);
}

export class Rows {
  #root;
  #changed;
  #hidden = /** @type {Set<number>} */ (new Set());
  /** @type {{ on: boolean, row: number } | null} */
  #drag = null;
  /** @type {string | null} */
  #before = null;
  #asked = false;
  #results = () => one(this.#root, "#results");

  #lookBack;

  /**
   * @param {HTMLElement} root
   * @param {() => void} changed
   * @param {() => Promise<any>} look asks for the lines of all models
   */
  constructor(root, changed, look) {
    this.#root = root;
    this.#changed = changed;
    this.#lookBack = new LookBack(root, look);
    this.#root.addEventListener("pointerdown", this.#down);
    this.#root.addEventListener("pointermove", this.#move);
    this.#root.addEventListener("pointerup", this.#up);
    this.#root.addEventListener("pointercancel", this.#up);
    this.#root.addEventListener("click", this.#press);
    this.#root.addEventListener("keydown", this.#key);
    heard(this.#root, "step", this.#point);
  }

  /** @param {number} row @param {boolean} on */
  #cover = (row, on) => {
    if (on) this.#hidden.add(row);
    else this.#hidden.delete(row);
    const button = maybe(this.#results(), `[data-row="${row}"]`);
    if (button) aria(button, "pressed", on);
  };

  #ask = () => {
    this.#asked = true;
    this.#changed();
  };

  /** Which row lies under a pointer, also beyond the edges of the image. @param {PointerEvent} event */
  #under = (event) => {
    const box = one(this.#results(), ".rows").getBoundingClientRect();
    return within(Math.floor(((event.clientY - box.top) / box.height) * ROWS), 0, ROWS - 1);
  };

  /** @param {PointerEvent} event */
  #down = (event) => {
    const rows = hit(event, "#results .rows");
    if (!rows || event.button) return;
    event.preventDefault();
    rows.setPointerCapture(event.pointerId);
    const row = this.#under(event);
    this.#drag = { on: !this.#hidden.has(row), row };
    this.#cover(row, this.#drag.on);
  };

  /** @param {PointerEvent} event */
  #move = (event) => {
    if (!this.#drag || !maybe(this.#results(), ".rows")) return;
    const row = this.#under(event);
    for (const each of between(this.#drag.row, row)) this.#cover(each, this.#drag.on);
    this.#drag.row = row;
  };

  #up = () => {
    if (this.#drag) this.#ask();
    this.#drag = null;
  };

  #atCursor = () => {
    const slider = input(this.#root, "[data-slider]");
    return rowsOf(Number(slider.value) - 1, Number(slider.max));
  };

  // With the rows of the step at the cursor already covered, the button uncovers all of them.
  #coverCursor = () => {
    const rows = this.#atCursor(), on = !rows.every((each) => this.#hidden.has(each));
    for (const each of rows) this.#cover(each, on);
    this.#ask();
  };

  /** @param {MouseEvent} event */
  #press = (event) => {
    const row = hit(event, "[data-row]");
    if (row && event.detail === 0) {
      this.#cover(Number(row.dataset.row), !this.#hidden.has(Number(row.dataset.row)));
      this.#ask();
    } else if (hit(event, "[data-cover]")) this.#coverCursor();
    else if (hit(event, "[data-uncover]")) {
      this.#hidden.clear();
      this.#reach("[data-cover], [data-row]"); // since this button goes with the next answer
      this.#ask();
    }
  };

  /** The arrow keys go from row to row; only one of them is a stop of the tab key. @param {KeyboardEvent} event */
  #key = (event) => {
    const row = hit(event, "[data-row]"), by = new Map([["ArrowUp", -1], ["ArrowDown", 1]]).get(event.key);
    if (!row || !by) return;
    event.preventDefault();
    this.#reach(`[data-row="${within(Number(row.dataset.row) + by, 0, ROWS - 1)}"]`);
    this.#markRows();
  };

  /** @param {string} selector */
  #reach = (selector) => maybe(this.#results(), selector)?.focus();

  /** Which rows are covered, and which of them the tab key comes to: the one that has the focus. */
  #markRows = () => {
    const every = all(this.#results(), "[data-row]"), here = every.find((each) => each === document.activeElement) ?? every[0];
    for (const each of every) {
      each.tabIndex = each === here ? 0 : -1;
      aria(each, "pressed", this.#hidden.has(Number(each.dataset.row)));
    }
  };

  /** Names over the map: the likeliest at the cursor stands out, and is the only one where there is no room for all.
   *  @param {number} at */
  #point = (at) => {
    const best = maybe(this.#results(), `.answers [data-step="${at}"]`)?.dataset.best;
    for (const name of all(this.#results(), "[data-column]")) name.classList.toggle("now", name.dataset.column === best);
    const button = maybe(this.#results(), "[data-cover]");
    if (button) aria(button, "pressed", this.#atCursor().every((each) => this.#hidden.has(each)));
  };

  // What was answered without covering, if that was the last answer.
  #tellBefore = () => {
    const told = maybe(this.#root, "[data-before]"); // it stands beside the boxes
    if (!told) this.#before = maybe(this.#results(), ".byrow") && (maybe(this.#root, "#tile [data-answer]")?.dataset.answer ?? null);
    else if (!this.#asked) this.#before = null;
    if (told && this.#before) told.textContent = filled(told.dataset.before ?? "", { answer: this.#before });
  };

  /** The rows that are covered; another family of tasks knows of none. */
  covered = () => {
    if (this.#root.dataset.family !== "row") this.#hidden.clear();
    return [...this.#hidden].sort((one, other) => one - other);
  };

  /** @param {number[] | null | undefined} covered */
  restore = (covered) => {
    this.#hidden.clear();
    for (const row of covered ?? []) this.#hidden.add(row);
  };

  painted = () => {
    this.#lookBack.painted();
    this.#tellBefore();
    this.#markRows();
    for (const button of all(this.#results(), "[data-goto]")) button.hidden = !maybe(this.#root, `[data-task="${button.dataset.goto}"]`);
    this.#asked = false;
  };
}
