// @ts-check
// A header sorts its table; pressed again, the other way round.

import { around, hit } from "./dom.js";

/** @typedef {"ascending" | "descending"} Way */

/**
 * Rows without a value stay at the end whichever way the others are sorted.
 * @param {string | undefined} one
 * @param {string | undefined} other
 * @param {Way} way
 */
export function compared(one, other, way) {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  const numbers = Number(one) - Number(other);
  return (Number.isNaN(numbers) ? one.localeCompare(other) : numbers) * (way === "ascending" ? 1 : -1);
}

/** Which way a column is sorted next. @param {string | null} now @param {string | undefined} first */
export function turned(now, first) {
  const way = now === "ascending" ? "descending" : now === "descending" ? "ascending" : first;
  return /** @type {Way} */ (way);
}

/** @param {HTMLElement} button */
function order(button) {
  const head = around(button, "th"), n = Number(button.dataset.sort);
  const body = /** @type {HTMLTableElement} */ (around(head, "table")).tBodies[0];
  const way = turned(head.getAttribute("aria-sort"), button.dataset.first);
  for (const other of around(head, "thead").querySelectorAll("[aria-sort]")) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", way);
  const rows = [...body.rows].sort((one, other) => compared(one.cells[n].dataset.value, other.cells[n].dataset.value, way));
  body.append(...rows);
}

/** @param {HTMLElement} root */
export function makeSorting(root) {
  root.addEventListener("click", (event) => {
    const button = hit(event, "[data-sort]");
    if (button) order(button);
  });
}
