// @ts-check
// What covers the top of the window while the page scrolls.

import { all } from "../js/dom.js";

/** What a part stands in; an element without a box of its own is none. @param {Element} part @returns {Element | null} */
function around(part) {
  const parent = part.parentElement;
  return parent && getComputedStyle(parent).display === "contents" ? around(parent) : parent;
}

/**
 * How much of the top of the window is taken, in pixels, by what stays in sight while the page scrolls to a part of it.
 * A bar only stays in sight as long as what it stands in does.
 * @param {HTMLElement} root
 * @param {HTMLElement} part
 */
export function stuckAbove(root, part) {
  /** @param {HTMLElement} bar */
  const stays = (bar) => {
    const { position, display } = getComputedStyle(bar);
    return position === "sticky" && display !== "contents" && !bar.contains(part) && around(bar)?.contains(part);
  };
  return all(root, "#results :is(.stage, .controls)").find(stays)?.offsetHeight ?? 0;
}
