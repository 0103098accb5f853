// @ts-check
// The scoreboard: a view of its own beside the tasks.

import { all, aria, fieldOf, hit, one } from "../js/dom.js";
import { makePart } from "../js/part.js";

/**
 * @param {HTMLElement} root
 * @param {(asked: object) => Promise<any>} fetchPart
 * @returns {(now: { lang: string, offline: string }) => void} shows it
 */
export function makeScoreboard(root, fetchPart) {
  const part = makePart(root, "#scoreboard", fetchPart);
  const section = () => one(root, "#scoreboard");

  /** One of a group of buttons chooses what shows. @param {HTMLElement} button @param {string | undefined} hardship @param {string | undefined} family */
  function press(button, hardship, family) {
    const group = /** @type {HTMLElement} */ (button.parentNode);
    for (const other of all(group, "button")) aria(other, "pressed", other === button);
    if (hardship !== undefined) for (const each of all(section(), "[data-of-hardship]")) each.hidden = each.dataset.ofHardship !== hardship;
    else for (const row of all(section(), "[data-kind]")) row.hidden = family !== "" && family !== row.dataset.kind;
  }

  root.addEventListener("click", (event) => {
    const button = hit(event, "#scoreboard button"), { hardship, family } = button?.dataset ?? {};
    if (button && (hardship !== undefined || family !== undefined)) press(button, hardship, family);
  });
  root.addEventListener("change", (event) => {
    const box = fieldOf(event, "[data-dotted]");
    if (box) section().classList.toggle("both", box.checked);
  });

  return ({ lang, offline }) => void part.show({ lang }, offline);
}
