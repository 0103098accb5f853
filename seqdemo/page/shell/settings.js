// @ts-check
// What a visitor has set in menus and fields, kept while the page is drawn anew in another language.

import { inputs } from "../js/dom.js";

const SETTINGS = "[data-model], [data-option], #seed, #text, #swap, #beam";

/** @param {HTMLElement} root */
export function settings(root) {
  return inputs(root, SETTINGS).map((field) => (field.type === "checkbox" ? field.checked : field.value));
}

/** @param {HTMLElement} root @param {(string | boolean)[]} values */
export function setAgain(root, values) {
  for (const [n, field] of inputs(root, SETTINGS).entries()) {
    if (field.type === "checkbox") field.checked = Boolean(values[n]);
    else field.value = String(values[n]);
  }
}
