// @ts-check
// How the pad looks: a box for each letter, with its ink and the buttons and the field that belong to it.

import { all, aria, button, filled, input, one } from "../dom.js";
import { drawInk, inkElement } from "../ink.js";
import { isFilled, isWaiting } from "./model.js";

/** @typedef {import("./model.js").PadModel} PadModel */
/** @typedef {import("./model.js").Box} Box */

/** On a phone, four boxes in a row instead of three: so that none stands alone, and no more than two rows of them. @param {number} count */
const isMany = (count) => count === 4 || count > 6;
const WITH_LETTER = ["move", "edit", "clear"]; // buttons that an empty box does not show
const MOVING = ["dragged", "onto"]; // of a box, while a letter is moved
const BOX = `<button type="button" class="handle" data-box="move">⠿</button>` +
  `<div class="sheet"><i class="grain"></i></div><div class="under">` +
  `<input class="written" maxlength="1" placeholder="?" autocomplete="off" autocapitalize="characters" spellcheck="false">` +
  `<button type="button" data-box="paper">◐</button>` +
  `<button type="button" data-box="edit">✎</button>` +
  `<button type="button" data-box="clear">×</button></div>`;

/** @param {number} at */
function boxElement(at) {
  const item = document.createElement("li"), picture = inkElement(null);
  item.className = "box";
  item.dataset.at = String(at);
  item.innerHTML = BOX;
  for (const [name, value] of Object.entries({ role: "group", tabindex: "0" })) picture.setAttribute(name, value);
  one(item, ".sheet").prepend(picture);
  return item;
}

export class PadView {
  #root;
  #model;
  /** @type {Record<string, string>} */
  #texts = {};
  /** @type {number | null} */
  #marked = null;
  /** What each picture shows. @type {WeakMap<Element, Box>} */
  #drawn = new WeakMap();
  #list = () => one(this.#root, "#pad");

  /** @param {HTMLElement} root @param {PadModel} model */
  constructor(root, model) {
    this.#root = root;
    this.#model = model;
  }

  // The elements stay, and what is in them changes: a finger that is down would lose an element that is replaced.
  render = () => {
    const { shown } = this.#model, list = this.#list(), row = /** @type {HTMLElement} */ (list.parentNode);
    const focused = Number(/** @type {HTMLElement | null} */ (document.activeElement?.closest("#pad .box"))?.dataset.at ?? -1);
    while (list.children.length > shown.length) list.lastElementChild?.remove();
    while (list.children.length < shown.length) list.append(boxElement(list.children.length));
    all(list, ".box").forEach((item, at) => this.#fill(item, shown[at], at));
    row.style.setProperty("--boxes", String(shown.length + 1));
    row.classList.toggle("many", isMany(shown.length));
    row.classList.toggle("most", shown.length > 8);
    this.#allow(shown.length);
    const active = /** @type {HTMLElement | null} */ (document.activeElement);
    if (focused >= 0 && (!active || !list.contains(active) || active.style.visibility === "hidden")) this.focus(focused);
  };

  /** @param {number} count */
  #allow = (count) => {
    const { fewest, most } = this.#model.offer, empty = !this.#model.shown.some(isFilled);
    const off = { undo: !this.#model.hasPast, redo: !this.#model.hasFuture, fewer: count <= fewest, more: count >= most, clear_all: empty, replay: empty };
    one(this.#root, ".stepper").hidden = most === fewest;
    for (const [action, is] of Object.entries(off)) button(this.#root, `[data-do="${action}"]`).disabled = is;
  };

  /** @param {string} key @param {number} at */
  #say = (key, at) => {
    const box = this.#model.boxes[at], holds = isFilled(box) || isWaiting(box) ? box?.label || this.#texts["pad.drawn"] : this.#texts["pad.empty"];
    return filled(this.#texts[key], { n: at + 1, total: this.#model.shown.length, holds });
  };

  /** @param {HTMLElement} item @param {Box} box @param {number} at */
  #fill = (item, box, at) => {
    const paper = box?.background ?? "black", picture = one(item, "svg");
    const moving = MOVING.filter((name) => item.classList.contains(name));
    item.className = ["box", paper, isFilled(box) && "filled", this.#model.isAltered(at) && "altered", at === this.#marked && "edited", ...moving]
      .filter(Boolean).join(" ");
    item.style.setProperty("--grain", String(this.#model.quality(at, "noise")));
    if (this.#drawn.get(picture) !== box) this.#drawInto(picture, box);
    aria(picture, "label", this.#say("pad.box", at));
    aria(picture, "busy", isWaiting(box));
    one(item, '[data-box="paper"]').hidden = this.#model.offer.papers.length < 2;
    aria(one(item, '[data-box="edit"]'), "expanded", at === this.#marked);
    this.#nameButtons(item, box, at);
    this.#fillField(item, box, at);
  };

  /** @param {HTMLElement} picture @param {Box} box */
  #drawInto = (picture, box) => {
    drawInk(/** @type {any} */ (picture), box);
    this.#drawn.set(picture, box);
  };

  /** A letter that is not in the pad yet, or not any more, as while an eraser is at work. @param {number} at @param {Box} box */
  preview = (at, box) => {
    const picture = all(this.#list(), "svg")[at];
    if (picture) this.#drawInto(picture, box);
  };

  /** @param {HTMLElement} item @param {Box} box @param {number} at */
  #nameButtons = (item, box, at) => {
    for (const each of all(item, "button")) {
      const action = each.dataset.box ?? "";
      each.title = this.#say(`pad.${action}`, at);
      aria(each, "label", each.title);
      if (WITH_LETTER.includes(action)) each.style.visibility = isFilled(box) ? "visible" : "hidden";
    }
  };

  /** @param {HTMLElement} item @param {Box} box @param {number} at */
  #fillField = (item, box, at) => {
    const meant = input(item, ".written");
    if (meant.value !== (box?.label ?? "")) meant.value = box?.label ?? "";
    meant.style.visibility = isFilled(box) ? "visible" : "hidden";
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
