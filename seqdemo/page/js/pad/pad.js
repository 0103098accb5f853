// @ts-check
// The pad: a row of boxes, the one place where the letters live. It says what was done: `filled` with other letters, `wrote`
// into a box, `altered` those that are there by a slider or a swap, `named` one of them; `refused` with a sentence.

import { all, around, button, hit, maybe, one } from "../dom.js";
import { replayInk } from "../ink.js";
import { narrow, signOf, stepOf } from "../keys.js";
import { isFilled, PadModel } from "./model.js";
import { Pen } from "./pen.js";
import { PadView } from "./view.js";

export class Pad {
  #root;
  #on;
  #view;
  /** @param {Element} part */
  #placeOf = (part) => Number(around(part, ".box").dataset.at);

  /**
   * @param {HTMLElement} root
   * @param {{ filled: () => void, wrote: () => void, altered: (slides: boolean) => void, named: () => void, refused: (why: string) => void }} on
   */
  constructor(root, on) {
    this.#root = root;
    this.#on = on;
    this.model = new PadModel((kind, slides) => {
      this.#view.render();
      this.#on[kind](slides);
    });
    this.#view = new PadView(this.#root, this.model);
    const pen = new Pen(this.#root, this.model, {
      refused: () => this.#on.refused(this.#view.text("pad.too_much")),
      preview: this.#view.preview,
    });
    /** Resolves when no stroke is being drawn. */
    this.still = pen.still;
    this.#root.addEventListener("click", (event) => {
      const pressed = hit(event, "#pad button"), action = pressed?.dataset.box;
      if (!pressed || (action !== "clear" && action !== "paper")) return;
      const at = this.#placeOf(pressed);
      if (action === "clear") this.model.clear(at);
      else this.model.turnPaper(at);
      this.#view.focus(at);
    });
    // What a drawn letter was meant to be: only then can the page say which stage was wrong.
    this.#root.addEventListener("input", (event) => {
      const meant = /** @type {HTMLInputElement | null} */ (hit(event, "#pad .written"));
      if (!meant) return;
      const at = this.#placeOf(meant), sign = narrow(meant.value), label = this.model.takes(sign) ? sign : null;
      this.model.name(at, label);
      const fields = /** @type {HTMLInputElement[]} */ (all(one(this.#root, "#pad"), ".written"));
      fields[label && isFilled(this.model.shown[at + 1] ?? null) ? at + 1 : at].select();
    });
  }

  /**
   * @param {KeyboardEvent} event
   * @param {(letter: string, at: number) => void} write what has a letter written into a box
   */
  key = (event, write) => {
    const step = stepOf(event), svg = hit(event, "#pad svg");
    if (step) return this.#step(event, step);
    if (!svg || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = this.#placeOf(svg), sign = signOf(event);
    const moves = new Map([["ArrowLeft", at - 1], ["ArrowRight", at + 1], ["Home", 0], ["End", this.model.shown.length - 1]]);
    const to = moves.get(event.key);
    if (to !== undefined) this.#view.focus(to);
    else if (event.key === "Delete" || event.key === "Backspace") this.model.put(at, null);
    else if (this.model.takes(sign)) {
      write(sign, at);
      this.#view.focus(at + 1);
    } else return;
    event.preventDefault();
  };

  /** Where text is written the browser takes it back. @param {KeyboardEvent} event @param {"undo" | "redo"} step */
  #step = (event, step) => {
    const field = hit(event, "input:is([type='text'], [type='number'])"), desk = maybe(this.#root, ".desk");
    if (field || !desk?.checkVisibility() || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    button(desk, `[data-do="${step}"]`).click(); // which does nothing where it is disabled
  };

  /** @param {number} at */
  focus = (at) => this.#view.focus(at);

  /** The box whose letter is edited. @param {number | null} at */
  mark = (at) => this.#view.mark(at);

  /** @param {number} count */
  resize = (count) => {
    this.model.resize(count);
    this.#view.render();
  };

  /** Alters the letters as told; false if that does not fit to them. @param {import("./model.js").Changes} told */
  apply = (told) => {
    const fits = this.model.apply(told);
    this.#view.render();
    return fits;
  };

  /** @param {Record<string, string>} texts @param {import("./model.js").Offer | undefined} offer */
  configure = (texts, offer) => {
    this.#view.speak(texts);
    if (offer) this.model.configure(offer);
    this.#view.render();
  };

  forget = () => {
    this.model.forget();
    this.#view.render();
  };

  /** @type {Record<string, () => void>} */
  actions = {
    undo: () => this.model.undo(),
    redo: () => this.model.redo(),
    clear_all: () => this.model.clearAll(),
    fewer: () => this.model.fewer(),
    more: () => this.model.more(),
    replay: () => replayInk(/** @type {any[]} */ (all(one(this.#root, "#pad"), "svg"))),
  };
}
