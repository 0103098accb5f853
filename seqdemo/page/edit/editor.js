// @ts-check
// The editor of one letter: its sliders, and what the letter is read as all along one of them.

import { all, aria, around, filled, heard, hit, inputs, maybe, one } from "../js/dom.js";
import { repaint } from "../js/repaint.js";

/** @typedef {import("../js/pad/model.js").Quality} Quality */

/** How much it is, with its unit. @type {Record<string, (value: number) => string>} */
export const UNITS = {
  turn: (value) => `${value > 0 ? "+" : value < 0 ? "−" : ""}${Math.abs(value)}°`,
  thickness: (value) => `×${Number(value.toFixed(2))}`,
  blur: (value) => `${value} px`,
  noise: (value) => `${Math.round(100 * value)}%`,
};

/** Puts a slider or a tick where the letter is. @param {HTMLInputElement} field @param {string | number} value */
function fit(field, value) {
  if (field.type === "checkbox") return (field.checked = value === "white");
  const told = UNITS[field.dataset.tune ?? ""](Number(value)), low = Number(field.min);
  field.value = String(value);
  field.style.setProperty("--share", String((Number(value) - low) / (Number(field.max) - low)));
  aria(field, "valuetext", told);
  one(/** @type {HTMLElement} */ (field.parentNode), "output").textContent = told;
}

/** @param {HTMLInputElement} field */
function valueOf(field) {
  if (field.type === "checkbox") return field.checked ? "white" : "black";
  return Number(field.value);
}

export class Editor {
  #root;
  #pad;
  #question;
  #vary;
  /** @type {number | null} */
  #at = null;
  #name = /** @type {Quality} */ ("turn");
  #model;
  #strip;

  /**
   * @param {HTMLElement} root
   * @param {import("../js/pad/pad.js").Pad} pad
   * @param {() => Record<string, any>} question
   * @param {(asked: object) => Promise<any>} vary
   */
  constructor(root, pad, question, vary) {
    this.#root = root;
    this.#pad = pad;
    this.#question = question;
    this.#vary = vary;
    this.#model = this.#pad.model;
    this.#strip = makeStrip(this.#root, () => (this.#at === null ? null : { ...this.#question(), original: null, at: this.#at, slider: this.#name }), this.#vary, this.#sync);
    this.#root.addEventListener("input", this.#tune);
    this.#root.addEventListener("focusin", (event) => {
      const field = hit(event, "#editor [data-tune]");
      if (field) this.#choose(field);
    });
    heard(this.#root, "painted", () => {
      this.#sync();
      this.#strip.fill();
    });
    this.#root.addEventListener("click", (event) => {
      const button = hit(event, "[data-box='edit'], #editor button");
      if (button) this.#press(button);
    });
    this.#root.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && hit(event, "#editor")) this.#close();
    });
  }

  /** @param {number} next */
  #open = (next) => {
    this.#at = next;
    this.#sync();
    this.#strip.fill();
    maybe(this.#root, '#editor [data-tune="turn"]')?.focus({ preventScroll: true });
    one(this.#root, "#editor").scrollIntoView({ block: "nearest" });
  };

  #close = () => {
    const from = this.#at ?? 0;
    this.end();
    all(this.#root, "#pad svg")[from]?.focus();
  };

  end = () => {
    this.#at = null;
    this.#sync();
  };

  // The sliders as the letter is; without a letter there is nothing to edit.
  #sync = () => {
    if (this.#at !== null && !this.#model.letters()[this.#at]) this.#at = null;
    const editor = maybe(this.#root, "#editor");
    if (!editor) return;
    editor.hidden = this.#at === null;
    this.#pad.mark(this.#at);
    if (this.#at === null) return this.#strip.forget();
    const told = one(editor, "[data-told]");
    told.textContent = filled(told.dataset.told ?? "", { n: this.#at + 1 });
    for (const field of inputs(editor, "[data-tune]")) fit(field, this.#model.quality(this.#at, /** @type {Quality} */ (field.dataset.tune)));
    for (const stop of all(editor, "[data-value]")) aria(stop, "pressed", Number(stop.dataset.value) === this.#model.quality(this.#at, this.#name));
  };

  /** @param {Event} event */
  #tune = (event) => {
    const field = /** @type {HTMLInputElement | null} */ (hit(event, "#editor [data-tune]"));
    if (!field || this.#at === null) return;
    const slides = event.type === "input" && field.type !== "checkbox";
    this.#model.tune(this.#at, field.dataset.tune ?? "", valueOf(field), slides);
    this.#choose(field);
    this.#sync();
  };

  /** Which slider the strip is about. @param {HTMLElement} field */
  #choose = (field) => {
    const next = /** @type {Quality} */ (field.dataset.tune);
    if (!(next in UNITS) || this.#name === next) return;
    this.#name = next;
    this.#strip.fill();
  };

  /** @param {HTMLElement} button */
  #press = (button) => {
    const { box, edit, value } = button.dataset;
    if (box) {
      const place = Number(around(button, ".box").dataset.at);
      return place === this.#at ? this.#close() : this.#open(place);
    }
    if (edit === "close") return this.#close();
    if (this.#at === null) return;
    if (edit === "usual") this.#model.retune(this.#at);
    else if (value !== undefined) this.#model.tune(this.#at, this.#name, Number(value));
    this.#sync();
  };
}

/**
 * What the letter is read as at many values of one slider. One question for the whole strip; it is asked again when
 * anything but the slider's own value has changed.
 * @param {HTMLElement} root
 * @param {() => Record<string, any> | null} question null when no letter is edited
 * @param {(asked: object) => Promise<any>} vary
 * @param {() => void} painted
 */
function makeStrip(root, question, vary, painted) {
  /** @type {string | null} */
  let shown = null;
  let asking = false;

  function key() {
    const asked = question();
    if (!asked) return null;
    const others = asked.letters.map((/** @type {object} */ each, /** @type {number} */ n) => (n === asked.at ? { ...each, [asked.slider]: null } : each));
    return JSON.stringify({ ...asked, letters: null, others });
  }

  async function fill() {
    if (asking) return;
    asking = true;
    for (let asked = question(), mine = key(); asked && shown !== mine; asked = question(), mine = key()) {
      const reply = await vary(asked).catch(() => null);
      if (mine !== key()) continue;
      shown = mine;
      paint(reply);
    }
    asking = false;
  }

  /** @param {{ html?: string } | null} reply */
  function paint(reply) {
    const strip = maybe(root, "#editor .tipping");
    if (!strip) return;
    if (reply?.html) repaint(strip, reply.html);
    else strip.textContent = strip.dataset.none ?? "";
    painted();
  }

  return { fill, forget: () => void (shown = null) };
}
