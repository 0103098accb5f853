// @ts-check
// What stands under the pad: one model's answer, those of all models, or one model's to two rows of letters.

import { MODES } from "../js/contract.js";
import { all, aria, button, fieldOf, heard, hit, maybe, one } from "../js/dom.js";
import { inkElement } from "../js/ink.js";
import { makePair } from "./pair.js";
import { Variants } from "./variants.js";

/** @typedef {import("../js/pad/model.js").Box} Box */
/** @typedef {{ letters: Box[], options: Record<string, any>, from: any }} Row letters with how they are read, and what brings them back */
/**
 * What the page lends: what it asks, its words and models, and ways to put letters or a model in place.
 * @typedef {object} Lent
 * @property {(asked: object) => Promise<any>} compare
 * @property {(asked: object) => Promise<any>} pair
 * @property {() => Record<string, any>} question
 * @property {() => Record<string, string>} words
 * @property {() => { name: string, title: string }[]} models
 * @property {() => number} most
 * @property {() => Row} now
 * @property {(row: Row) => void} use
 * @property {(row: any) => Promise<Row | null>} recalled
 * @property {(model: string) => void} choose
 */

/** @param {Box} letter */
function letterElement(letter) {
  const item = document.createElement("li");
  item.className = String(letter?.background);
  item.append(inkElement(letter));
  return item;
}

/** Letters that the server can write again are kept as what brings them back. @param {Row} row */
export function brought({ letters, from, options }) {
  return from ? { from, options } : { letters, options };
}

export class Compare {
  #root;
  #state;
  #page;
  #mode = "one";
  #answered = false;
  /** @type {Row | null} */
  #kept = null;
  #variants;
  #pair;
  /** @type {Record<string, () => void>} */
  #actions = {
    keep: () => void (this.#kept = this.#page.now()),
    swap: () => {
      const before = this.#kept;
      this.#kept = this.#page.now();
      if (before) this.#page.use(before);
    },
    forget: () => void (this.#kept = null),
  };

  /**
   * @param {HTMLElement} root
   * @param {import("../js/state.js").State} state
   * @param {Lent} page
   */
  constructor(root, state, page) {
    this.#root = root;
    this.#state = state;
    this.#page = page;
    this.#variants = new Variants(this.#root, this.#state, this.#page.compare, this.#page.words);
    this.#pair = makePair(this.#root, this.#state, this.#page.pair, this.#page.words);
    this.#root.addEventListener("click", (event) => {
      const { mode: next, two: action, choose: model, unpin } = hit(event, "button")?.dataset ?? {};
      if (next) this.#show(next);
      else if (action) {
        this.#actions[action]();
        this.#show(this.#mode);
      } else if (unpin !== undefined) this.#pin([]);
      else if (model) this.#choose(model);
    });
    this.#root.addEventListener("change", (event) => {
      const box = fieldOf(event, "[data-pin]"), name = box?.dataset.pin;
      if (!box || name === undefined) return;
      const others = this.#variants.pinned().filter((each) => each !== name);
      this.#pin(box.checked ? [...others, name] : others);
    });
    heard(this.#root, "painted", ({ ok }) => {
      this.#answered = ok;
      this.#paint();
    });
  }

  /** @param {string} next */
  #show = (next) => {
    this.#mode = MODES.includes(next) ? next : "one";
    this.#paint();
    this.#state.changed();
  };

  // Where there is nothing to compare yet, the one model says what to do.
  #paint = () => {
    if (!maybe(this.#root, "#compare")) return;
    for (const each of all(this.#root, "[data-mode]")) aria(each, "pressed", each.dataset.mode === this.#mode);
    one(this.#root, "#results").hidden = this.#mode !== "one" && this.#answered;
    one(this.#root, '[data-in-mode="all"]').hidden = this.#mode !== "all" || !this.#answered;
    one(this.#root, '[data-in-mode="two"]').hidden = this.#mode !== "two";
    one(this.#root, "#pair-two").hidden = !this.#answered;
    if (this.#mode === "two") this.#tellKept();
    if (this.#answered && this.#mode === "all") this.#everyone();
    if (this.#answered && this.#mode === "two") this.#two();
  };

  #everyone = async () => {
    const question = this.#page.question();
    const shown = await this.#variants.show(question, this.#page.models());
    if (shown && this.#mode === "all") this.#closely(question);
  };

  /** @param {Record<string, any>} question */
  #closely = ({ letters, options, lang, task }) => {
    const [left, right] = this.#variants.pinned().map((model) => ({ model, letters, options }));
    this.#pair.show(one(this.#root, "#pair-all"), right ? { one: left, other: right, lang, task } : null);
    this.#tellPinned();
  };

  #tellPinned = () => {
    const titles = this.#variants.pinned().map((name) => this.#page.models().find((each) => each.name === name)?.title);
    const quiet = one(this.#root, "#panel-close .quiet"), words = this.#page.words();
    quiet.textContent = titles.length ? titles.join(" · ") : words["close.empty"];
    if (titles.length === 1) quiet.append(` · ${words["close.one"]}`);
    one(this.#root, "[data-unpin]").hidden = !titles.length;
  };

  /** @param {string[]} names */
  #pin = (names) => {
    this.#variants.pin(names);
    this.#closely(this.#page.question());
    this.#state.changed();
  };

  #two = () => {
    const { letters, options, lang, model, task } = this.#page.question();
    const before = this.#kept && { model, letters: this.#kept.letters.slice(0, this.#page.most()), options: this.#kept.options };
    const asked = before && { one: before, other: { model, letters, options }, lang, task };
    this.#pair.show(one(this.#root, "#pair-two"), asked, this.#page.words()["two.unfit"]);
  };

  #tellKept = () => {
    for (const name of ["swap", "forget"]) button(this.#root, `[data-two="${name}"]`).disabled = !this.#kept;
    one(this.#root, "#panel-two > .quiet").hidden = Boolean(this.#kept);
    one(this.#root, "#kept").replaceChildren(...(this.#kept?.letters ?? []).map(letterElement));
  };

  /** @param {string} model */
  #choose = (model) => {
    this.#show("one");
    this.#page.choose(model);
    one(this.#root, ".modes").scrollIntoView({ block: "start" });
  };

  /** Two answers of other views. @param {HTMLElement} box @param {object | null} question */
  abreast = (box, question) => this.#pair.show(box, question);

  /** The letters have changed: nothing of the old ones may stay in sight. */
  stale = () => {
    this.#variants.stale(this.#page.question());
    this.#pair.stale();
  };

  keep = () => {
    this.#state.keep("mode", () => (this.#mode === "one" ? null : this.#mode), this.#show);
    this.#variants.keep();
    this.#pair.keep();
    this.#state.keep("kept", () => this.#kept && brought(this.#kept), async (value) => {
      this.#kept = value && (await this.#page.recalled(value));
      this.#paint();
    });
  };
}
