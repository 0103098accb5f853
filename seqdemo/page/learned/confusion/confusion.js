// @ts-check
// Names the cell of a confusion matrix under mouse or finger, or where the arrow keys have come to.

import { all, fieldOf, filled, hit, json, one, within } from "../../js/dom.js";

/** @typedef {[number, number]} Place row and column */

const GAP = 6;
/** @type {Map<string, Place>} */
const MOVES = new Map([["ArrowUp", [-1, 0]], ["ArrowDown", [1, 0]], ["ArrowLeft", [0, -1]], ["ArrowRight", [0, 1]]]);

/**
 * What is said of a cell.
 * @param {{ counts: number[][], classes: string[], answers: string[] }} table
 * @param {Place} place
 */
export function factsOf({ counts, classes, answers }, [row, column]) {
  const count = counts[row][column], of = counts[row].reduce((sum, each) => sum + each, 0);
  return { meant: classes[row], read: answers[column], count, of, share: ((100 * count) / (of || 1)).toFixed(1) };
}

/** Above the cell, or below it in the topmost rows, and never outside of what is to be seen.
 *  @param {HTMLElement} matrix @param {HTMLElement} field */
function put(matrix, field) {
  const told = one(field, ".told"), here = one(field, ".here"), seen = /** @type {HTMLElement} */ (matrix.parentNode);
  const first = seen.scrollLeft - field.offsetLeft + matrix.offsetLeft;
  const most = Math.min(field.clientWidth, first + seen.clientWidth) - told.offsetWidth;
  const left = Math.min(most, Math.max(first, here.offsetLeft + here.offsetWidth / 2 - told.offsetWidth / 2));
  const above = here.offsetTop - told.offsetHeight - GAP;
  told.style.transform = `translate(${left}px, ${above < 0 ? here.offsetTop + here.offsetHeight + GAP : above}px)`;
}

/** @param {HTMLElement} matrix @param {Place} place */
function tell(matrix, place) {
  const field = one(matrix, ".field"), told = one(field, ".told");
  told.hidden = one(field, ".here").hidden = false;
  told.textContent = filled(matrix.dataset.told ?? "", factsOf(json(matrix, "table"), place));
  field.style.setProperty("--row", String(place[0]));
  field.style.setProperty("--column", String(place[1]));
  put(matrix, field);
}

/** @param {HTMLElement} root */
export function makeConfusions(root) {
  /** @type {HTMLElement | null} */
  let matrix = null;
  /** @type {Place} */
  let at = [0, 0];
  let pointed = false;

  function hide() {
    if (!matrix) return;
    unmark(matrix);
    for (const part of all(matrix, ".here, .told")) part.hidden = true;
    matrix = null;
  }

  /** @param {HTMLElement} of */
  function unmark(of) {
    for (const part of all(of, ".looked")) part.classList.remove("looked");
  }

  /** @param {HTMLElement} next @param {Place} place @param {boolean} byPointer */
  function show(next, place, byPointer) {
    if (next !== matrix) hide();
    [matrix, pointed] = [next, byPointer];
    unmark(next);
    const classes = all(next, ".names.side span"), answers = all(next, ".names.top span");
    at = [within(place[0], 0, classes.length - 1), within(place[1], 0, answers.length - 1)];
    classes[at[0]].classList.add("looked");
    answers[at[1]].classList.add("looked");
    tell(next, at);
  }

  /** @param {PointerEvent} event */
  function point(event) {
    const field = hit(event, ".mixed .field"), next = /** @type {HTMLElement | null} */ (field?.closest(".mixed") ?? null);
    if (!field || !next) return pointed ? hide() : undefined;
    const box = field.getBoundingClientRect(), { classes, answers } = json(next, "table");
    const row = Math.floor(((event.clientY - box.top) / box.height) * classes.length);
    show(next, [row, Math.floor(((event.clientX - box.left) / box.width) * answers.length)], true);
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    const next = fieldOf(event, ".mixed"), move = MOVES.get(event.key);
    if (!next) return;
    if (event.key === "Escape") return hide();
    if (!move) return;
    event.preventDefault();
    show(next, matrix === next ? [at[0] + move[0], at[1] + move[1]] : [0, 0], false);
    one(next, ".here").scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  root.addEventListener("pointermove", point);
  root.addEventListener("pointerdown", point);
  root.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && pointed && hide());
  root.addEventListener("focusout", (event) => fieldOf(event, ".mixed") && hide());
  root.addEventListener("keydown", key);
}
