// @ts-check
// How much of the first screen stands above the main panels, so that they take what is left of it.

import { all, heard, one } from "../js/dom.js";

/** Lessons, changes and the editor of a letter come and go between them, and leave the panels as large as they are. */
const ABOVE = ":scope > header, .asks, .desk > .row, .desk > .ways";

/** @param {HTMLElement} root */
export function makeFitting(root) {
  const measured = new ResizeObserver(() => {
    const height = all(root, ABOVE).reduce((sum, part) => sum + part.offsetHeight, 0);
    one(root, "#results").style.setProperty("--above", `${height}px`);
  });
  // In another language these parts are other ones.
  heard(root, "painted", () => all(root, ABOVE).forEach((part) => measured.observe(part)));
}
