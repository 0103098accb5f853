// @ts-check
// What stands at the head of a printed page: task, model, letters, answer and address.

import { maybe } from "../js/dom.js";

/** @param {HTMLElement} root @param {() => (string | null | undefined)[]} told */
export function makePrinted(root, told) {
  addEventListener("beforeprint", () => {
    const place = maybe(root, "#printed");
    if (place) place.textContent = told().filter(Boolean).join(" · ");
  });
}
