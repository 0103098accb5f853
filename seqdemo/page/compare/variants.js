// @ts-check
// All variants of a task at the same letters: a card for each, painted as it comes. Two of them may be pinned.

import { all, hit, input, inputs, maybe, menu, one, within } from "../js/dom.js";
import { repaint } from "../js/repaint.js";
import { ORDERS, told } from "./agreement.js";

/** @typedef {import("./agreement.js").Card} Card */
/** @typedef {{ name: string, title: string }} Offered */
/** @typedef {Record<string, any>} Question */

const LANES = 2; // requests at a time

/** All that the answers depend on. @param {Question} question */
const keyOf = (question) => JSON.stringify({ ...question, model: null });

/** @param {Offered} offered */
function blank({ name, title }) {
  const item = document.createElement("li"), heading = document.createElement("h3");
  item.dataset.name = name;
  item.className = "unanswered";
  heading.textContent = title;
  item.append(heading);
  return item;
}

export class Variants {
  #root;
  #state;
  #ask;
  #words;
  #cards = /** @type {Map<string, Card>} */ (new Map());
  #names = /** @type {string[]} */ ([]);
  #pins = /** @type {string[]} */ ([]);
  #order = "menu";
  /** What the cards in a list answer. @type {WeakMap<HTMLElement, string>} */
  #asked = new WeakMap();
  #list = () => one(this.#root, "#variants");
  #items = () => all(this.#list(), "li[data-name]");
  /** @param {string} name */
  #itemOf = (name) => this.#items().find((item) => item.dataset.name === name);

  /**
   * @param {HTMLElement} root
   * @param {import("../js/state.js").State} state
   * @param {(asked: object) => Promise<any>} ask
   * @param {() => Record<string, string>} words
   */
  constructor(root, state, ask, words) {
    this.#root = root;
    this.#state = state;
    this.#ask = ask;
    this.#words = words;
    this.#root.addEventListener("keydown", this.#key);
    this.#root.addEventListener("change", (event) => {
      const of = menu(this.#root, "#order");
      if (!of || event.target !== of) return;
      this.#order = of.value;
      this.#arrange();
      this.#state.changed();
    });
  }

  /** Answers to letters that have changed are not to be seen. @param {Question} question */
  stale = (question) => {
    if (!maybe(this.#root, "#variants") || this.#asked.get(this.#list()) === keyOf(question)) return;
    this.#asked.delete(this.#list());
    for (const item of this.#items()) item.classList.add("unanswered");
    one(this.#root, "#agreement").textContent = "";
  };

  /** True once all are there, unless something newer was asked for. @param {Question} question @param {Offered[]} offered */
  show = async (question, offered) => {
    const wanted = keyOf(question), place = this.#list(), known = this.#asked.get(place) === wanted && this.#items().length > 0;
    if (!known) this.#lay(offered);
    for (const item of this.#items()) item.classList.toggle("current", item.dataset.name === question.model);
    if (known) return this.#cards.size === this.#names.length;
    this.#asked.set(place, wanted);
    const queue = [...this.#names], current = () => this.#asked.get(place) === wanted;
    await Promise.all(Array.from({ length: LANES }, () => this.#work(queue, question, current)));
    if (current()) this.#finish();
    return current();
  };

  /** The first card comes alone and soon; those after it in growing lots, which cost the server less.
   *  @param {string[]} queue @param {Question} question @param {() => boolean} current */
  #work = async (queue, question, current) => {
    for (let lot = 1; queue.length && current(); lot++) {
      const reply = await this.#ask({ ...question, models: queue.splice(0, lot) }).catch(() => null);
      if (!current()) return;
      if (!reply?.cards) return this.#fail(reply?.error ?? this.#words().offline);
      reply.cards.forEach(this.#paint);
    }
  };

  /** Cards that are there already wait for their new content, so that nothing jumps. @param {Offered[]} offered */
  #lay = (offered) => {
    one(this.#root, ".variants .trouble").textContent = "";
    this.#names = offered.map(({ name }) => name);
    this.#cards = new Map();
    this.#list().replaceChildren(...offered.map((each) => this.#itemOf(each.name) ?? blank(each)));
    const of = menu(this.#root, "#order");
    if (of) of.value = this.#order;
  };

  /** @param {Card} card */
  #paint = (card) => {
    const item = this.#itemOf(card.name);
    if (!item) return;
    this.#cards.set(card.name, card);
    repaint(item, card.html);
    item.classList.remove("unanswered");
    input(item, "[data-pin]").checked = this.#pins.includes(card.name);
  };

  /** @param {string} sentence */
  #fail = (sentence) => {
    this.#asked.delete(this.#list());
    one(this.#root, ".variants .trouble").textContent = sentence;
  };

  #finish = () => {
    this.#arrange();
    one(this.#root, "#agreement").textContent = told([...this.#cards.values()], this.#words());
    this.#list().dataset.painted = this.#root.dataset.painted;
  };

  #arrange = () => {
    const missing = /** @type {Card} */ ({ right: null });
    /** @param {string} name */
    const rank = (name) => ORDERS[this.#order](this.#cards.get(name) ?? missing);
    const sorted = [...this.#names].sort((a, b) => rank(a) - rank(b)).map(this.#itemOf);
    this.#list().append(...sorted.flatMap((item) => item ?? []));
  };

  /** A third pin takes the place of the first. @param {string[]} next */
  pin = (next) => {
    this.#pins = next.slice(-2);
    for (const box of inputs(this.#list(), "[data-pin]")) box.checked = this.#pins.includes(box.dataset.pin ?? "");
  };

  /** The arrow keys go from card to card. @param {KeyboardEvent} event */
  #key = (event) => {
    const item = /** @type {HTMLElement | null | undefined} */ (hit(event, "#variants [data-choose]")?.closest("li"));
    if (!item) return;
    const every = this.#items(), at = every.indexOf(item), last = every.length - 1;
    const moves = new Map([["ArrowRight", at + 1], ["ArrowDown", at + 1], ["ArrowLeft", at - 1], ["ArrowUp", at - 1], ["Home", 0], ["End", last]]);
    const to = moves.get(event.key);
    if (to === undefined) return;
    event.preventDefault();
    maybe(every[within(to, 0, last)], "button")?.focus();
  };

  pinned = () => this.#pins.filter((name) => this.#names.includes(name));

  keep = () => {
    this.#state.keep("order", () => (this.#order === "menu" ? null : this.#order), (name) => void (this.#order = name in ORDERS ? name : "menu"));
    this.#state.keep("pins", () => (this.#pins.length ? this.#pins : null), (next) => this.pin(Array.isArray(next) ? next : []));
  };
}
