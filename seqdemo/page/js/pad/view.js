// @ts-check
// How the pad looks: a box for each letter, with its ink and the buttons and the field that belong to it.

import { all, aria, button, filled, input, one } from "../dom.js";
import { inkElement } from "../ink.js";
import { isFilled } from "./model.js";

/** @typedef {import("./model.js").PadModel} PadModel */
/** @typedef {import("./model.js").Box} Box */

const MANY = 9;
const WITH_LETTER = ["move", "edit", "clear"]; // buttons that an empty box does not show

export class PadView {
  #root;
  #model;
  /** @type {Record<string, string>} */
  #texts = {};
  /** @type {number | null} */
  #marked = null;
  #list = () => one(this.#root, "#pad");

  /** @param {HTMLElement} root @param {PadModel} model */
  constructor(root, model) {
    this.#root = root;
    this.#model = model;

  }

  render = () => {
    const focused = Number(/** @type {HTMLElement | null} */ (document.activeElement?.closest("#pad .box"))?.dataset.at ?? -1);
    const count = this.#model.shown.length, row = /** @type {HTMLElement} */ (this.#list().parentNode);
    this.#list().replaceChildren(...this.#model.shown.map(this.#boxElement));
    row.style.setProperty("--boxes", String(count + 1));
    row.classList.toggle("many", count > MANY);
    if (focused >= 0) this.focus(focused);
    this.#allow(count);
  };

  /** @param {number} count */
  #allow = (count) => {
    const { fewest, most } = this.#model.offer, empty = !this.#model.shown.some(isFilled);
    const off = { undo: !this.#model.hasPast, fewer: count <= fewest, more: count >= most, clear_all: empty, replay: empty };
    one(this.#root, ".stepper").hidden = most === fewest;
    for (const [action, is] of Object.entries(off)) button(this.#root, `[data-do="${action}"]`).disabled = is;
  };

  /** @param {string} key @param {number} at */
  #say = (key, at) => {
    const box = this.#model.boxes[at], holds = isFilled(box) ? box.label || this.#texts["pad.drawn"] : this.#texts["pad.empty"];
    return filled(this.#texts[key], { n: at + 1, total: this.#model.shown.length, holds });
  };

  /** @param {Box} box @param {number} at */
  #boxElement = (box, at) => {
    const item = document.createElement("li"), paper = this.#model.offer.papers.length > 1;
    item.className = ["box", box?.background || "black", isFilled(box) && "filled", this.#model.isAltered(at) && "altered"]
      .filter(Boolean).join(" ");
    item.dataset.at = String(at);
    item.innerHTML = `<button type="button" class="handle" data-box="move">⠿</button>` +
      `<div class="sheet"><i class="grain"></i></div><div class="under">` +
      `<input class="written" maxlength="1" placeholder="?" autocomplete="off" autocapitalize="characters" spellcheck="false">` +
      (paper ? `<button type="button" data-box="paper">◐</button>` : "") +
      `<button type="button" data-box="edit" aria-expanded="${at === this.#marked}">✎</button>` +
      `<button type="button" data-box="clear">×</button></div>`;
    one(item, ".sheet").prepend(this.#inkOf(box, at));
    item.style.setProperty("--grain", String(this.#model.quality(at, "noise")));
    this.#nameButtons(item, box, at);
    this.#fillField(item, box, at);
    return item;
  };

  /** @param {Box} box @param {number} at */
  #inkOf = (box, at) => {
    const svg = inkElement(box);
    const attributes = { role: "group", tabindex: "0", "aria-label": this.#say("pad.box", at) };
    for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
    return svg;
  };

  /** @param {HTMLElement} item @param {Box} box @param {number} at */
  #nameButtons = (item, box, at) => {
    for (const each of all(item, "button")) {
      const action = each.dataset.box ?? "";
      each.title = this.#say(`pad.${action}`, at);
      aria(each, "label", each.title);
      if (WITH_LETTER.includes(action)) each.style.visibility = isFilled(box) ? "" : "hidden";
    }
  };

  /** @param {HTMLElement} item @param {Box} box @param {number} at */
  #fillField = (item, box, at) => {
    const meant = input(item, ".written");
    meant.value = box?.label || "";
    meant.style.visibility = isFilled(box) ? "" : "hidden";
    aria(meant, "label", this.#say("pad.meant", at));
    meant.title = this.#texts["pad.meant.why"];
  };

  /** @param {number} at */
  focus = (at) => {
    all(this.#list(), "svg")[Math.max(0, Math.min(at, this.#model.shown.length - 1))]?.focus();
  };

  /** @param {Record<string, string>} next */
  speak = (next) => void (this.#texts = next);

  /** The box whose letter is edited. @param {number | null} at */
  mark = (at) => {
    this.#marked = at;
    for (const box of all(this.#list(), ".box")) {
      const is = Number(box.dataset.at) === at;
      box.classList.toggle("edited", is);
      aria(one(box, '[data-box="edit"]'), "expanded", is);
    }
  };

  /** @param {string} key */
  text = (key) => this.#texts[key];
}
