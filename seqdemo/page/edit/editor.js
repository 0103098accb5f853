// @ts-check
// The editor of one letter: its sliders, and what the letter is read as all along one of them.

import { all, aria, around, filled, heard, hit, inputs, maybe, one } from "../js/dom.js";

/** @typedef {import("../js/pad/model.js").Quality} Quality */

/** How much it is, with its unit. @type {Record<string, (value: number) => string>} */
export const UNITS = {
  turn: (value) => `${value > 0 ? "+" : value < 0 ? "−" : ""}${Math.abs(value)}°`,
  thickness: (value) => `×${Number(value.toFixed(2))}`,
  blur: (value) => `${value} px`,
  noise: (value) => `${Math.round(100 * value)} %`,
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

/**
 * @param {HTMLElement} root
 * @param {import("../js/pad/pad.js").Pad} pad
 * @param {() => Record<string, any>} question
 * @param {(asked: object) => Promise<any>} vary
 */
export function makeEditor(root, pad, question, vary) {
  /** @type {number | null} */
  let at = null;
  let name = /** @type {Quality} */ ("turn");
  const { model } = pad;
  const strip = makeStrip(root, () => (at === null ? null : { ...question(), original: null, at, slider: name }), vary, sync);

  /** @param {number} next */
  function open(next) {
    at = next;
    sync();
    strip.fill();
    maybe(root, '#editor [data-tune="turn"]')?.focus({ preventScroll: true });
    one(root, "#editor").scrollIntoView({ block: "nearest" });
  }

  function close() {
    const from = at ?? 0;
    at = null;
    sync();
    all(root, "#pad svg")[from]?.focus();
  }

  // The sliders as the letter is; without a letter there is nothing to edit.
  function sync() {
    if (at !== null && !model.letters()[at]) at = null;
    const editor = maybe(root, "#editor");
    if (!editor) return;
    editor.hidden = at === null;
    pad.mark(at);
    if (at === null) return strip.forget();
    const told = one(editor, "[data-told]");
    told.textContent = filled(told.dataset.told ?? "", { n: at + 1 });
    for (const field of inputs(editor, "[data-tune]")) fit(field, model.quality(at, /** @type {Quality} */ (field.dataset.tune)));
    for (const stop of all(editor, "[data-value]")) aria(stop, "pressed", Number(stop.dataset.value) === model.quality(at, name));
  }

  /** @param {Event} event */
  function tune(event) {
    const field = /** @type {HTMLInputElement | null} */ (hit(event, "#editor [data-tune]"));
    if (!field || at === null) return;
    const slides = event.type === "input" && field.type !== "checkbox";
    model.tune(at, field.dataset.tune ?? "", valueOf(field), slides);
    choose(field);
    sync();
  }

  /** Which slider the strip is about. @param {HTMLElement} field */
  function choose(field) {
    const next = /** @type {Quality} */ (field.dataset.tune);
    if (!(next in UNITS) || name === next) return;
    name = next;
    strip.fill();
  }

  /** @param {HTMLElement} button */
  function press(button) {
    const { box, edit, value } = button.dataset;
    if (box) {
      const place = Number(around(button, ".box").dataset.at);
      return place === at ? close() : open(place);
    }
    if (edit === "close") return close();
    if (at === null) return;
    if (edit === "usual") model.retune(at);
    else if (value !== undefined) model.tune(at, name, Number(value));
    sync();
  }

  root.addEventListener("input", tune);
  root.addEventListener("focusin", (event) => {
    const field = hit(event, "#editor [data-tune]");
    if (field) choose(field);
  });
  heard(root, "painted", () => {
    sync();
    strip.fill();
  });
  root.addEventListener("click", (event) => {
    const button = hit(event, "[data-box='edit'], #editor button");
    if (button) press(button);
  });
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && hit(event, "#editor")) close();
  });
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
      shown = mine;
      paint(reply);
    }
    asking = false;
  }

  /** @param {{ html?: string } | null} reply */
  function paint(reply) {
    const strip = maybe(root, "#editor .tipping");
    if (!strip) return;
    if (reply?.html) strip.innerHTML = reply.html;
    else strip.textContent = strip.dataset.none ?? "";
    painted();
  }

  return { fill, forget: () => void (shown = null) };
}
