// @ts-check
// The pad: a row of boxes, the one place where the letters live. It says what was done: `wrote` other letters, `altered`
// those that are there by a slider or a swap, `named` one of them; `refused` with a sentence.

import { all, around, hit, one } from "../dom.js";
import { replayInk } from "../ink.js";
import { isFilled, PadModel } from "./model.js";
import { makePen } from "./pen.js";
import { PadView } from "./view.js";

export class Pad {
  #root;
  #on;
  #view;
  /** @param {Element} part */
  #placeOf = (part) => Number(around(part, ".box").dataset.at);

  /**
   * @param {HTMLElement} root
   * @param {{ wrote: () => void, altered: (slides: boolean) => void, named: () => void, refused: (why: string) => void }} on
   */
  constructor(root, on) {
    this.#root = root;
    this.#on = on;
    this.model = new PadModel((kind, slides) => {
      this.#view.render();
      this.#on[kind](slides);
    });
    this.#view = new PadView(this.#root, this.model);
    makePen(this.#root, this.model, () => this.#on.refused(this.#view.text("pad.too_much")));
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
      const at = this.#placeOf(meant), label = this.model.takes(meant.value) ? meant.value : null;
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
    const svg = hit(event, "#pad svg");
    if (!svg || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = this.#placeOf(svg);
    const moves = new Map([["ArrowLeft", at - 1], ["ArrowRight", at + 1], ["Home", 0], ["End", this.model.shown.length - 1]]);
    const to = moves.get(event.key);
    if (to !== undefined) this.#view.focus(to);
    else if (event.key === "Delete" || event.key === "Backspace") this.model.put(at, null);
    else if (this.model.takes(event.key)) write(event.key, at);
    else return;
    event.preventDefault();
  };

  /** @param {number} at */
  focus = (at) => this.#view.focus(at);

  /** The box whose letter is edited. @param {number | null} at */
  mark = (at) => this.#view.mark(at);

  /** @param {import("./model.js").Letter} letter @param {number} at */
  write = (letter, at) => {
    this.model.write(letter, at);
    this.#view.focus(at + 1);
  };

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
    clear_all: () => this.model.clearAll(),
    fewer: () => this.model.fewer(),
    more: () => this.model.more(),
    replay: () => replayInk(/** @type {any[]} */ (all(one(this.#root, "#pad"), "svg"))),
  };
}
