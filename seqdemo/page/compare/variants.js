// @ts-check
// All variants of a task at the same letters: a card for each, painted as it comes. Two of them may be pinned.

import { all, hit, input, inputs, maybe, menu, one, within } from "../js/dom.js";
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

/**
 * @param {HTMLElement} root
 * @param {import("../js/state.js").State} state
 * @param {(asked: object) => Promise<any>} ask
 * @param {() => Record<string, string>} words
 */
export function makeVariants(root, state, ask, words) {
  let cards = /** @type {Map<string, Card>} */ (new Map());
  let names = /** @type {string[]} */ ([]), pins = /** @type {string[]} */ ([]);
  let order = "menu";
  /** What the cards in a list answer. @type {WeakMap<HTMLElement, string>} */
  const asked = new WeakMap();
  const list = () => one(root, "#variants");
  const items = () => all(list(), "li[data-name]");
  /** @param {string} name */
  const itemOf = (name) => items().find((item) => item.dataset.name === name);

  /** Answers to letters that have changed are not to be seen. @param {Question} question */
  function stale(question) {
    if (!maybe(root, "#variants") || asked.get(list()) === keyOf(question)) return;
    asked.delete(list());
    for (const item of items()) item.classList.add("unanswered");
    one(root, "#agreement").textContent = "";
  }

  /** True once all are there, unless something newer was asked for. @param {Question} question @param {Offered[]} offered */
  async function show(question, offered) {
    const wanted = keyOf(question), place = list(), known = asked.get(place) === wanted;
    if (!known) lay(offered);
    for (const item of items()) item.classList.toggle("current", item.dataset.name === question.model);
    if (known) return cards.size === names.length;
    asked.set(place, wanted);
    const queue = [...names], current = () => asked.get(place) === wanted;
    await Promise.all(Array.from({ length: LANES }, () => work(queue, question, current)));
    if (current()) finish();
    return current();
  }

  /** The first card comes alone and soon; those after it in growing lots, which cost the server less.
   *  @param {string[]} queue @param {Question} question @param {() => boolean} current */
  async function work(queue, question, current) {
    for (let lot = 1; queue.length && current(); lot++) {
      const reply = await ask({ ...question, models: queue.splice(0, lot) }).catch(() => null);
      if (!current()) return;
      if (!reply?.cards) return fail(reply?.error ?? words().offline);
      reply.cards.forEach(paint);
    }
  }

  /** Cards that are there already wait for their new content, so that nothing jumps. @param {Offered[]} offered */
  function lay(offered) {
    one(root, ".variants .trouble").textContent = "";
    names = offered.map(({ name }) => name);
    cards = new Map();
    list().replaceChildren(...offered.map((each) => itemOf(each.name) ?? blank(each)));
    const of = menu(root, "#order");
    if (of) of.value = order;
  }

  /** @param {Card} card */
  function paint(card) {
    const item = itemOf(card.name), focused = item?.contains(document.activeElement);
    if (!item) return;
    cards.set(card.name, card);
    item.innerHTML = card.html;
    item.classList.remove("unanswered");
    input(item, "[data-pin]").checked = pins.includes(card.name);
    if (focused) one(item, "button").focus();
  }

  /** @param {string} sentence */
  function fail(sentence) {
    asked.delete(list());
    one(root, ".variants .trouble").textContent = sentence;
  }

  function finish() {
    arrange();
    one(root, "#agreement").textContent = told([...cards.values()], words());
    list().dataset.painted = root.dataset.painted;
  }

  function arrange() {
    const missing = /** @type {Card} */ ({ right: null });
    /** @param {string} name */
    const rank = (name) => ORDERS[order](cards.get(name) ?? missing);
    const sorted = [...names].sort((a, b) => rank(a) - rank(b)).map(itemOf);
    list().append(...sorted.flatMap((item) => item ?? []));
  }

  /** A third pin takes the place of the first. @param {string[]} next */
  function pin(next) {
    pins = next.slice(-2);
    for (const box of inputs(list(), "[data-pin]")) box.checked = pins.includes(box.dataset.pin ?? "");
  }

  /** The arrow keys go from card to card. @param {KeyboardEvent} event */
  function key(event) {
    const item = /** @type {HTMLElement | null | undefined} */ (hit(event, "#variants [data-choose]")?.closest("li"));
    if (!item) return;
    const every = items(), at = every.indexOf(item), last = every.length - 1;
    const moves = new Map([["ArrowRight", at + 1], ["ArrowDown", at + 1], ["ArrowLeft", at - 1], ["ArrowUp", at - 1], ["Home", 0], ["End", last]]);
    const to = moves.get(event.key);
    if (to === undefined) return;
    event.preventDefault();
    maybe(every[within(to, 0, last)], "button")?.focus();
  }

  root.addEventListener("keydown", key);
  root.addEventListener("change", (event) => {
    const of = menu(root, "#order");
    if (!of || event.target !== of) return;
    order = of.value;
    arrange();
    state.changed();
  });

  return {
    show, stale, pin,
    pinned: () => pins.filter((name) => names.includes(name)),
    keep() {
      state.keep("order", () => (order === "menu" ? null : order), (name) => void (order = name in ORDERS ? name : "menu"));
      state.keep("pins", () => (pins.length ? pins : null), (next) => pin(Array.isArray(next) ? next : []));
    },
  };
}
