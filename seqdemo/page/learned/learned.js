// @ts-check
// What was learned: asked for when its section is first opened, then kept. One switch moves a variant in all charts.

import { makeCharts } from "../js/chart.js";
import { all, aria, fieldOf, hit, inputs, maybe, one } from "../js/dom.js";
import { makePart } from "../js/part.js";
import { makeConfusions } from "./confusion/confusion.js";

/** @typedef {{ task: string | null, lang: string, model: string | null, offline: string }} Now */

/**
 * @param {HTMLElement} root
 * @param {(asked: object) => Promise<any>} fetchPart
 * @returns {(next: Now) => void} shows what concerns a task
 */
export function makeLearned(root, fetchPart) {
  const off = /** @type {Set<string>} */ (new Set());
  let opened = false, second = false, named = false;
  /** @type {Now | null} */
  let now = null;
  const section = () => /** @type {HTMLDetailsElement | null} */ (maybe(root, "#learned"));
  /** @param {string} selector */
  const parts = (selector) => all(section() ?? document.createElement("i"), selector);
  const part = makePart(root, "#learned", fetchPart, mark);
  makeCharts(root, light);
  makeConfusions(root);

  function load() {
    if (now) part.show({ task: now.task, lang: now.lang }, now.offline);
  }

  // The chosen model's lines stand before the others, and what is switched off is gone everywhere.
  function mark() {
    for (const each of parts("[data-variant]")) {
      const variant = each.dataset.variant ?? "", picked = variant === now?.model;
      each.classList.toggle("picked", picked);
      each.classList.toggle("off", off.has(variant));
      if (each.matches("tr")) aria(each, "current", picked);
      if (each.matches("[data-toggle]")) aria(each, "pressed", !off.has(variant));
    }
    for (const line of parts("g.picked")) line.parentNode?.append(line);
    for (const box of inputs(one(root, "#learned"), "[data-second]")) box.checked = second;
    section()?.classList.toggle("both", second);
  }

  /** A name in the menu, the table or a header lights its lines up just as a point of one does. @param {Event} event */
  function name(event) {
    const under = hit(event, ".learned [data-variant]:not(g, section)");
    if (under || named) light(under?.dataset.variant ?? null);
    named = Boolean(under);
  }

  /** @param {string | null} variant */
  function light(variant) {
    for (const each of all(root, ".learned [data-variant]")) each.classList.toggle("lit", each.dataset.variant === variant);
    for (const each of all(root, ".learned")) each.classList.toggle("dim", variant !== null);
  }

  /** @param {(string | null)[]} names */
  function only(names) {
    off.clear();
    for (const { dataset } of parts("[data-toggle]")) if (!names.includes(dataset.variant ?? "")) off.add(dataset.variant ?? "");
    mark();
  }

  /** @param {string} variant */
  function toggle(variant) {
    if (!off.delete(variant)) off.add(variant);
    mark();
  }

  /** @param {HTMLElement} button */
  function press(button) {
    const { toggle: toggles, only: names, alone, variant } = button.dataset;
    if (toggles !== undefined) return toggle(variant ?? "");
    if (alone !== undefined) return only([now?.model ?? null]);
    if (names === undefined) return;
    only(names.split(" "));
    if (button.closest(".claims")) one(one(root, "#learned"), ".lines").scrollIntoView({ block: "start" });
  }

  root.addEventListener("toggle", (event) => {
    const place = section();
    if (!place || event.target !== place) return;
    opened = place.open;
    if (opened) load();
  }, true);
  root.addEventListener("click", (event) => {
    const button = hit(event, "#learned button");
    if (button) press(button);
  });
  root.addEventListener("change", (event) => {
    const box = fieldOf(event, "[data-second]");
    if (!box) return;
    second = box.checked;
    mark();
  });
  for (const kind of ["pointerover", "pointerleave", "focusin"]) root.addEventListener(kind, name);

  return (next) => {
    now = next;
    const place = section();
    if (!place) return;
    if (place.open !== opened) place.open = opened;
    else if (opened) load();
  };
}
