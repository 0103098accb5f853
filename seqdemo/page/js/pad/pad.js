// @ts-check
// The pad: a row of boxes, the one place where the letters live. It says what was done: `wrote` other letters, `altered`
// those that are there by a slider or a swap, `named` one of them; `refused` with a sentence.

import { all, around, hit, one } from "../dom.js";
import { replayInk } from "../ink.js";
import { isFilled, PadModel } from "./model.js";
import { makePen } from "./pen.js";
import { makePadView } from "./view.js";

/** @typedef {ReturnType<typeof makePad>} Pad */

/**
 * @param {HTMLElement} root
 * @param {{ wrote: () => void, altered: (slides: boolean) => void, named: () => void, refused: (why: string) => void }} on
 */
export function makePad(root, on) {
  const model = new PadModel((kind, slides) => {
    view.render();
    on[kind](slides);
  });
  const view = makePadView(root, model);
  makePen(root, model, () => on.refused(view.text("pad.too_much")));

  /** @param {Element} part */
  const placeOf = (part) => Number(around(part, ".box").dataset.at);

  root.addEventListener("click", (event) => {
    const pressed = hit(event, "#pad button"), action = pressed?.dataset.box;
    if (!pressed || (action !== "clear" && action !== "paper")) return;
    const at = placeOf(pressed);
    if (action === "clear") model.clear(at);
    else model.turnPaper(at);
    view.focus(at);
  });

  // What a drawn letter was meant to be: only then can the page say which stage was wrong.
  root.addEventListener("input", (event) => {
    const meant = /** @type {HTMLInputElement | null} */ (hit(event, "#pad .written"));
    if (!meant) return;
    const at = placeOf(meant), label = model.takes(meant.value) ? meant.value : null;
    model.name(at, label);
    const fields = /** @type {HTMLInputElement[]} */ (all(one(root, "#pad"), ".written"));
    fields[label && isFilled(model.shown[at + 1] ?? null) ? at + 1 : at].select();
  });

  /**
   * @param {KeyboardEvent} event
   * @param {(letter: string, at: number) => void} write what has a letter written into a box
   */
  function key(event, write) {
    const svg = hit(event, "#pad svg");
    if (!svg || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = placeOf(svg);
    const moves = new Map([["ArrowLeft", at - 1], ["ArrowRight", at + 1], ["Home", 0], ["End", model.shown.length - 1]]);
    const to = moves.get(event.key);
    if (to !== undefined) view.focus(to);
    else if (event.key === "Delete" || event.key === "Backspace") model.put(at, null);
    else if (model.takes(event.key)) write(event.key, at);
    else return;
    event.preventDefault();
  }

  return {
    key, model,
    focus: view.focus,
    mark: view.mark,
    /** @param {import("./model.js").Letter} letter @param {number} at */
    write(letter, at) {
      model.write(letter, at);
      view.focus(at + 1);
    },
    /** @param {number} count */
    resize(count) {
      model.resize(count);
      view.render();
    },
    /** Alters the letters as told; false if that does not fit to them. @param {import("./model.js").Changes} told */
    apply(told) {
      const fits = model.apply(told);
      view.render();
      return fits;
    },
    /** @param {Record<string, string>} texts @param {import("./model.js").Offer | undefined} offer */
    configure(texts, offer) {
      view.speak(texts);
      if (offer) model.configure(offer);
      view.render();
    },
    forget() {
      model.forget();
      view.render();
    },
    /** @type {Record<string, () => void>} */
    actions: {
      undo: () => model.undo(),
      clear_all: () => model.clearAll(),
      fewer: () => model.fewer(),
      more: () => model.more(),
      replay: () => replayInk(/** @type {any[]} */ (all(one(root, "#pad"), "svg"))),
    },
  };
}
