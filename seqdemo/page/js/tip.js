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

/**
 * @typedef {object} Place where one looks, which stays although the table is drawn anew
 * @property {HTMLTableElement} table
 * @property {number} row
 * @property {number} column
 * @property {boolean} byKeys
 */

/** @param {Cell} cell @param {boolean} byKeys @returns {Place} */
function placeOf(cell, byKeys) {
  const row = /** @type {HTMLTableRowElement} */ (cell.parentNode), table = /** @type {HTMLTableElement} */ (cell.closest("table"));
  return { table, row: row.sectionRowIndex, column: cell.cellIndex, byKeys };
}

/** The cell there, or the nearest that there is. @param {Place} place */
function cellAt({ table, row, column }) {
  const { rows } = shownBody(table), cells = table.isConnected ? all(rows[within(row, 0, rows.length - 1)], "td[data-p]") : [];
  return /** @type {Cell | null} */ (cells[within(column, 1, cells.length) - 1] ?? null);
}

/** @param {HTMLElement} root */
export function makeTip(root) {
  /** @type {Cell | null} */
  let cell = null;
  /** @type {Place | null} */
  let place = null;

  /** @param {Cell | null} next @param {boolean} [byKeys] whether the arrow keys went there */
  function show(next, byKeys = false) {
    cell?.classList.remove("looked");
    cell = next;
    place = cell && placeOf(cell, byKeys);
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

  const again = () => void (place && show(cellAt(place), place.byKeys));
  // A page that moves, or a pointer that rests elsewhere, takes nothing away from the keys.
  const leave = () => (place?.byKeys ? again() : show(null));

  root.addEventListener("keydown", (event) => {
    const table = /** @type {HTMLTableElement | null} */ (hit(event, "table.heat")), move = MOVES.get(event.key);
    if (!table) return;
    if (event.key === "Escape") return show(null);
    if (!move) return;
    event.preventDefault();
    show(neighbour(cell, table, move), true);
  });
  root.addEventListener("pointerover", (event) => {
    const over = /** @type {Cell | null} */ (hit(event, CELL));
    if (over) show(over);
    else leave();
  });
  root.addEventListener("pointerleave", leave);
  root.addEventListener("focusout", () => show(null));
  root.addEventListener("repainted", again);
  addEventListener("scroll", leave, { passive: true });
}
