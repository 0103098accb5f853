// @ts-check
// What was learned: asked for when its section is first opened, then kept. One switch moves a variant in all charts.

import { Charts } from "../js/chart.js";
import { all, aria, fieldOf, hit, inputs, maybe, one } from "../js/dom.js";
import { makePart } from "../js/part.js";
import { makeConfusions } from "./confusion/confusion.js";

/** @typedef {{ task: string | null, lang: string, model: string | null, offline: string }} Now */

export class Learned {
  #root;
  #fetchPart;
  #off = /** @type {Set<string>} */ (new Set());
  #opened = false;
  #second = false;
  #named = false;
  /** @type {Now | null} */
  #now = null;
  #section = () => /** @type {HTMLDetailsElement | null} */ (maybe(this.#root, "#learned"));
  /** @param {string} selector */
  #parts = (selector) => all(this.#section() ?? document.createElement("i"), selector);
  #part;

  /**
   * @param {HTMLElement} root
   * @param {(asked: object) => Promise<any>} fetchPart
   */
  constructor(root, fetchPart) {
    this.#root = root;
    this.#fetchPart = fetchPart;
    this.#part = makePart(this.#root, "#learned", this.#fetchPart, this.#mark);
    new Charts(this.#root, this.#light);
    makeConfusions(this.#root);
    this.#root.addEventListener("toggle", (event) => {
      const place = this.#section();
      if (!place || event.target !== place) return;
      this.#opened = place.open;
      if (this.#opened) this.#load();
    }, true);
    this.#root.addEventListener("click", (event) => {
      const button = hit(event, "#learned button");
      if (button) this.#press(button);
    });
    this.#root.addEventListener("change", (event) => {
      const box = fieldOf(event, "[data-second]");
      if (!box) return;
      this.#second = box.checked;
      this.#mark();
    });
    for (const kind of ["pointerover", "pointerleave", "focusin"]) this.#root.addEventListener(kind, this.#name);
  }

  #load = () => {
    if (this.#now) this.#part.show({ task: this.#now.task, lang: this.#now.lang }, this.#now.offline);
  };

  // The chosen model's lines stand before the others, and what is switched off is gone everywhere.
  #mark = () => {
    for (const each of this.#parts("[data-variant]")) {
      const variant = each.dataset.variant ?? "", picked = variant === this.#now?.model;
      each.classList.toggle("picked", picked);
      each.classList.toggle("off", this.#off.has(variant));
      if (each.matches("tr")) aria(each, "current", picked);
      if (each.matches("[data-toggle]")) aria(each, "pressed", !this.#off.has(variant));
    }
    for (const line of this.#parts("g.picked")) line.parentNode?.append(line);
    for (const box of inputs(one(this.#root, "#learned"), "[data-second]")) box.checked = this.#second;
    this.#section()?.classList.toggle("both", this.#second);
  };

  /** A name in the menu, the table or a header lights its lines up just as a point of one does. @param {Event} event */
  #name = (event) => {
    const under = hit(event, ".learned [data-variant]:not(g, section)");
    if (under || this.#named) this.#light(under?.dataset.variant ?? null);
    this.#named = Boolean(under);
  };

  /** @param {string | null} variant */
  #light = (variant) => {
    for (const each of all(this.#root, ".learned [data-variant]")) each.classList.toggle("lit", each.dataset.variant === variant);
    for (const each of all(this.#root, ".learned")) each.classList.toggle("dim", variant !== null);
  };

  /** @param {(string | null)[]} names */
  #only = (names) => {
    this.#off.clear();
    for (const { dataset } of this.#parts("[data-toggle]")) if (!names.includes(dataset.variant ?? "")) this.#off.add(dataset.variant ?? "");
    this.#mark();
  };

  /** @param {string} variant */
  #toggle = (variant) => {
    if (!this.#off.delete(variant)) this.#off.add(variant);
    this.#mark();
  };

  /** @param {HTMLElement} button */
  #press = (button) => {
    const { toggle: toggles, only: names, alone, variant } = button.dataset;
    if (toggles !== undefined) return this.#toggle(variant ?? "");
    if (alone !== undefined) return this.#only([this.#now?.model ?? null]);
    if (names === undefined) return;
    this.#only(names.split(" "));
    if (button.closest(".claims")) one(one(this.#root, "#learned"), ".lines").scrollIntoView({ block: "start" });
  };

  /** What concerns a task. @param {Now} next */
  show = (next) => {
    this.#now = next;
    const place = this.#section();
    if (!place) return;
    if (place.open !== this.#opened) place.open = this.#opened;
    else if (this.#opened) this.#load();
  };
}
