// @ts-check
// How the pad looks: a box for each letter, with its ink and the buttons and the field that belong to it.

import { all, aria, button, filled, input, one } from "../dom.js";
import { inkElement } from "../ink.js";
import { isFilled } from "./model.js";

/** @typedef {import("./model.js").PadModel} PadModel */
/** @typedef {import("./model.js").Box} Box */

const MANY = 9;
const WITH_LETTER = ["move", "edit", "clear"]; // buttons that an empty box does not show

/** @param {HTMLElement} root @param {PadModel} model */
export function makePadView(root, model) {
  /** @type {Record<string, string>} */
  let texts = {};
  /** @type {number | null} */
  let marked = null;
  const list = () => one(root, "#pad");

  function render() {
    const focused = Number(/** @type {HTMLElement | null} */ (document.activeElement?.closest("#pad .box"))?.dataset.at ?? -1);
    const count = model.shown.length, row = /** @type {HTMLElement} */ (list().parentNode);
    list().replaceChildren(...model.shown.map(boxElement));
    row.style.setProperty("--boxes", String(count + 1));
    row.classList.toggle("many", count > MANY);
    if (focused >= 0) focus(focused);
    allow(count);
  }

  /** @param {number} count */
  function allow(count) {
    const { fewest, most } = model.offer, empty = !model.shown.some(isFilled);
    const off = { undo: !model.hasPast, fewer: count <= fewest, more: count >= most, clear_all: empty, replay: empty };
    one(root, ".stepper").hidden = most === fewest;
    for (const [action, is] of Object.entries(off)) button(root, `[data-do="${action}"]`).disabled = is;
  }

  /** @param {string} key @param {number} at */
  function say(key, at) {
    const box = model.boxes[at], holds = isFilled(box) ? box.label || texts["pad.drawn"] : texts["pad.empty"];
    return filled(texts[key], { n: at + 1, total: model.shown.length, holds });
  }

  /** @param {Box} box @param {number} at */
  function boxElement(box, at) {
    const item = document.createElement("li"), paper = model.offer.papers.length > 1;
    item.className = ["box", box?.background || "black", isFilled(box) && "filled", model.isAltered(at) && "altered"]
      .filter(Boolean).join(" ");
    item.dataset.at = String(at);
    item.innerHTML = `<button type="button" class="handle" data-box="move">⠿</button>` +
      `<div class="sheet"><i class="grain"></i></div><div class="under">` +
      `<input class="written" maxlength="1" placeholder="?" autocomplete="off" autocapitalize="characters" spellcheck="false">` +
      (paper ? `<button type="button" data-box="paper">◐</button>` : "") +
      `<button type="button" data-box="edit" aria-expanded="${at === marked}">✎</button>` +
      `<button type="button" data-box="clear">×</button></div>`;
    one(item, ".sheet").prepend(inkOf(box, at));
    item.style.setProperty("--grain", String(model.quality(at, "noise")));
    nameButtons(item, box, at);
    fillField(item, box, at);
    return item;
  }

  /** @param {Box} box @param {number} at */
  function inkOf(box, at) {
    const svg = inkElement(box);
    const attributes = { role: "group", tabindex: "0", "aria-label": say("pad.box", at) };
    for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
    return svg;
  }

  /** @param {HTMLElement} item @param {Box} box @param {number} at */
  function nameButtons(item, box, at) {
    for (const each of all(item, "button")) {
      const action = each.dataset.box ?? "";
      each.title = say(`pad.${action}`, at);
      aria(each, "label", each.title);
      if (WITH_LETTER.includes(action)) each.style.visibility = isFilled(box) ? "" : "hidden";
    }
  }

  /** @param {HTMLElement} item @param {Box} box @param {number} at */
  function fillField(item, box, at) {
    const meant = input(item, ".written");
    meant.value = box?.label || "";
    meant.style.visibility = isFilled(box) ? "" : "hidden";
    aria(meant, "label", say("pad.meant", at));
    meant.title = texts["pad.meant.why"];
  }

  /** @param {number} at */
  function focus(at) {
    all(list(), "svg")[Math.max(0, Math.min(at, model.shown.length - 1))]?.focus();
  }

  return {
    render, focus,
    /** @param {Record<string, string>} next */
    speak: (next) => void (texts = next),
    /** The box whose letter is edited. @param {number | null} at */
    mark(at) {
      marked = at;
      for (const box of all(list(), ".box")) {
        const is = Number(box.dataset.at) === at;
        box.classList.toggle("edited", is);
        aria(one(box, '[data-box="edit"]'), "expanded", is);
      }
    },
    /** @param {string} key */
    text: (key) => texts[key],
  };
}
