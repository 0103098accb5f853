// @ts-check
// Maps of attention: the one that is pressed fills the table below.

import { all, aria, around, hit, json, one } from "../../js/dom.js";

const LEVELS = 32;

/** The class of a cell's colour, as Python has it. @param {number} share */
export const levelOf = (share) => Math.round(Math.sqrt(Math.max(0, Math.min(1, share))) * LEVELS);

/** @param {HTMLElement} group @param {HTMLElement} pressed */
function fill(group, pressed) {
  for (const each of all(group, "[data-map]")) aria(each, "pressed", each === pressed);
  one(group, "output").textContent = pressed.dataset.named ?? "";
  const cells = all(group, "tbody td");
  json(pressed, "map").flat().forEach((/** @type {number} */ value, /** @type {number} */ n) => {
    cells[n].className = `h${levelOf(value / 100)}`;
    cells[n].textContent = value ? String(value) : "";
  });
}

/** @param {HTMLElement} card */
export function fillMaps(card) {
  for (const group of all(card, "[data-maps]")) fill(group, one(group, "[data-map]"));
}

/** @param {HTMLElement} root */
export function makeMaps(root) {
  root.addEventListener("click", (event) => {
    const pressed = hit(event, "#block [data-map]");
    if (pressed) fill(around(pressed, "[data-maps]"), pressed);
  });
}
