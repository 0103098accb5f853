// @ts-check
// The number of a heat-map cell, on hover, touch or with the arrow keys.

import { all, hit, json, maybe, within } from "./dom.js";

const CELL = "table.heat tbody td[data-p]", EDGE = 8, GAP = 6;
/** @type {Map<string, [number, number]>} */
const MOVES = new Map([["ArrowUp", [-1, 0]], ["ArrowDown", [1, 0]], ["ArrowLeft", [0, -1]], ["ArrowRight", [0, 1]]]);

/** @typedef {HTMLTableCellElement} Cell */

/** The part of a table that shows, of several of which one does. @param {HTMLTableElement} table */
export function shownBody(table) {
  return [...table.tBodies].find((each) => !each.hidden) ?? table.tBodies[0];
}

/** What a cell stands for: the names of its column and row, as the view left them. @param {Cell} cell */
function named(cell) {
  const table = /** @type {HTMLElement} */ (cell.closest("table"));
  const row = /** @type {HTMLTableRowElement} */ (cell.parentNode), body = /** @type {HTMLElement} */ (row.parentNode);
  return { column: json(table, "columns")[cell.cellIndex - 1], row: json(body, "rows")[row.sectionRowIndex] };
}

/** @param {Cell | null} cell the one that is looked at, of this table or another @param {HTMLTableElement} table @param {[number, number]} move */
function neighbour(cell, table, [down, right]) {
  const body = shownBody(table), mine = cell?.closest("table") === table ? cell : null;
  if (!mine) return /** @type {Cell | null} */ (body.querySelector("td.best, td[data-p]"));
  const at = /** @type {HTMLTableRowElement} */ (mine.parentNode).sectionRowIndex;
  const row = body.rows[within(at + down, 0, body.rows.length - 1)];
  return row.cells[within(mine.cellIndex + right, 1, all(row, "td[data-p]").length)];
}

/** @param {HTMLElement} root @returns {(cell: Cell | null) => void} shows the number of a cell, or none */
export function makeTip(root) {
  /** @type {Cell | null} */
  let cell = null;

  /** @param {Cell | null} next */
  function show(next) {
    cell?.classList.remove("looked");
    cell = next;
    const tip = maybe(root, "#tip");
    if (!tip) return;
    tip.hidden = !cell;
    if (cell) put(tip, cell);
  }

  /** @param {HTMLElement} tip @param {Cell} by */
  function put(tip, by) {
    const { column, row } = named(by), at = by.getBoundingClientRect();
    by.classList.add("looked");
    tip.textContent = `${column} · ${row}: ${by.dataset.p}`;
    const middle = at.left + at.width / 2 - tip.offsetWidth / 2;
    const left = Math.min(innerWidth - tip.offsetWidth - EDGE, Math.max(EDGE, middle));
    tip.style.transform = `translate(${left}px, ${at.top - tip.offsetHeight - GAP}px)`;
  }

  root.addEventListener("keydown", (event) => {
    const table = /** @type {HTMLTableElement | null} */ (hit(event, "table.heat")), move = MOVES.get(event.key);
    if (!table) return;
    if (event.key === "Escape") return show(null);
    if (!move) return;
    event.preventDefault();
    show(neighbour(cell, table, move));
  });
  root.addEventListener("pointerover", (event) => show(/** @type {Cell | null} */ (hit(event, CELL))));
  root.addEventListener("pointerleave", () => show(null));
  root.addEventListener("focusout", () => show(null));
  addEventListener("scroll", () => show(null), { passive: true });
  return show;
}
