// @ts-check
// Rows of an image: covers them, and keeps what was answered before any were.

import { ROWS } from "../js/contract.js";
import { all, aria, filled, heard, hit, input, maybe, one, within } from "../js/dom.js";

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

/**
 * @param {HTMLElement} root
 * @param {() => void} changed
 */
export function makeRows(root, changed) {
  const hidden = /** @type {Set<number>} */ (new Set());
  /** @type {{ on: boolean, row: number } | null} */
  let drag = null;
  /** @type {string | null} */
  let focus = null;
  /** @type {string | null} */
  let before = null;
  let asked = false;
  const results = () => one(root, "#results");

  /** @param {number} row @param {boolean} on */
  function cover(row, on) {
    if (on) hidden.add(row);
    else hidden.delete(row);
    const button = maybe(results(), `[data-row="${row}"]`);
    if (button) aria(button, "pressed", on);
  }

  /** @param {string | null} from where the focus goes after the answer */
  function ask(from) {
    [focus, asked] = [from, true];
    changed();
  }

  /** Which row lies under a pointer, also beyond the edges of the image. @param {PointerEvent} event */
  function under(event) {
    const box = one(results(), ".rows").getBoundingClientRect();
    return within(Math.floor(((event.clientY - box.top) / box.height) * ROWS), 0, ROWS - 1);
  }

  /** @param {PointerEvent} event */
  function down(event) {
    const rows = hit(event, "#results .rows");
    if (!rows || event.button) return;
    event.preventDefault();
    rows.setPointerCapture(event.pointerId);
    const row = under(event);
    drag = { on: !hidden.has(row), row };
    cover(row, drag.on);
  }

  /** @param {PointerEvent} event */
  function move(event) {
    if (!drag || !maybe(results(), ".rows")) return;
    const row = under(event);
    for (const each of between(drag.row, row)) cover(each, drag.on);
    drag.row = row;
  }

  function up() {
    if (drag) ask(null);
    drag = null;
  }

  function atCursor() {
    const slider = input(root, "[data-slider]");
    return rowsOf(Number(slider.value) - 1, Number(slider.max));
  }

  // With the rows of the step at the cursor already covered, the button uncovers all of them.
  function coverCursor() {
    const rows = atCursor(), on = !rows.every((each) => hidden.has(each));
    for (const each of rows) cover(each, on);
    ask("[data-cover]");
  }

  /** @param {MouseEvent} event */
  function press(event) {
    const row = hit(event, "[data-row]");
    if (row && event.detail === 0) {
      cover(Number(row.dataset.row), !hidden.has(Number(row.dataset.row)));
      ask(`[data-row="${row.dataset.row}"]`);
    } else if (hit(event, "[data-cover]")) coverCursor();
    else if (hit(event, "[data-uncover]")) {
      hidden.clear();
      ask("[data-cover], [data-row]");
    }
  }

  /** The arrow keys go from row to row; only one of them is a stop of the tab key. @param {KeyboardEvent} event */
  function key(event) {
    const row = hit(event, "[data-row]"), by = new Map([["ArrowUp", -1], ["ArrowDown", 1]]).get(event.key);
    if (!row || !by) return;
    event.preventDefault();
    reach(`[data-row="${within(Number(row.dataset.row) + by, 0, ROWS - 1)}"]`);
  }

  /** @param {string} selector */
  function reach(selector) {
    const next = maybe(results(), selector);
    if (next?.dataset.row) for (const each of all(results(), "[data-row]")) each.tabIndex = each === next ? 0 : -1;
    next?.focus();
  }

  /** Names over the map: the likeliest at the cursor stands out, and is the only one where there is no room for all.
   *  @param {number} at */
  function point(at) {
    const best = maybe(results(), `.answers [data-step="${at}"]`)?.dataset.best;
    for (const name of all(results(), "[data-column]")) name.classList.toggle("now", name.dataset.column === best);
    const button = maybe(results(), "[data-cover]");
    if (button) aria(button, "pressed", atCursor().every((each) => hidden.has(each)));
  }

  // What was answered without covering, if that was the last answer.
  function tellBefore() {
    const told = maybe(results(), "[data-before]");
    if (!told) before = maybe(results(), ".byrow") && (maybe(root, "#tile [data-answer]")?.dataset.answer ?? null);
    else if (!asked) before = null;
    if (told && before) told.textContent = filled(told.dataset.before ?? "", { answer: before });
  }

  root.addEventListener("pointerdown", down);
  root.addEventListener("pointermove", move);
  root.addEventListener("pointerup", up);
  root.addEventListener("pointercancel", up);
  root.addEventListener("click", press);
  root.addEventListener("keydown", key);
  heard(root, "step", point);

  return {
    /** The rows that are covered; another family of tasks knows of none. */
    covered() {
      if (root.dataset.family !== "row") hidden.clear();
      return [...hidden].sort((one, other) => one - other);
    },

    /** @param {number[] | null | undefined} covered */
    restore(covered) {
      hidden.clear();
      for (const row of covered ?? []) hidden.add(row);
    },

    /** After a new answer the focus is where it was. */
    painted() {
      tellBefore();
      if (focus) reach(focus);
      for (const button of all(results(), "[data-goto]")) button.hidden = !maybe(root, `[data-task="${button.dataset.goto}"]`);
      [focus, asked] = [null, false];
    },
  };
}
