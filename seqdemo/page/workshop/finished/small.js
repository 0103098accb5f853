// @ts-check
// Beside the chosen model: how good a small copy of it is, and the way to watch that one learn.

import { hit, maybe, one } from "../../js/dom.js";

/** @typedef {{ run: string, said: string }} Small */

/** @param {HTMLElement} root @param {(run: string) => void} watch opens a run of the workshop */
export function makeSmall(root, watch) {
  root.addEventListener("click", (event) => {
    const button = hit(event, "[data-small]");
    if (!button) return;
    button.closest("details")?.removeAttribute("open");
    watch(button.dataset.small ?? "");
  });
  /** @param {Small | null | undefined} small */
  return (small) => {
    const place = maybe(root, ".small-run"); // not there without any model
    if (!place) return;
    place.hidden = !small;
    one(place, "span").textContent = small?.said ?? "";
    one(place, "[data-small]").dataset.small = small?.run ?? "";
  };
}
