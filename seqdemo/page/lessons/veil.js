// @ts-check
// Until the guess is made, only the panels that help to make it are in sight, and nothing that gives it away.

import { all, one } from "../js/dom.js";

/**
 * @param {HTMLElement} root
 * @param {string[] | null} shown the panels that stay in sight; null where nothing is covered
 */
export function veil(root, shown) {
  root.classList.toggle("guessing", shown !== null);
  for (const each of all(root, "#results .veiled")) each.classList.remove("veiled");
  if (shown === null) return;
  cover(one(root, "#results"), [".flow", ...shown.map((id) => `#panel-${id}`)].join());
  one(root, "#say").textContent = "";
}

/** @param {Element} parent @param {string} seen */
function cover(parent, seen) {
  for (const each of parent.children) {
    if (each.matches(seen)) continue;
    if (each.querySelector(seen)) cover(each, seen);
    else each.classList.add("veiled");
  }
}
