// @ts-check
// What stands under the pad: one model's answer, those of all models, or one model's to two rows of letters.

import { MODES } from "../js/contract.js";
import { all, aria, button, fieldOf, heard, hit, maybe, one } from "../js/dom.js";
import { inkElement } from "../js/ink.js";
import { makePair } from "./pair.js";
import { makeVariants } from "./variants.js";

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

/**
 * @param {HTMLElement} root
 * @param {import("../js/state.js").State} state
 * @param {Lent} page
 */
export function makeCompare(root, state, page) {
  let mode = "one", answered = false;
  /** @type {Row | null} */
  let kept = null;
  const variants = makeVariants(root, state, page.compare, page.words);
  const pair = makePair(root, state, page.pair, page.words);

  /** @param {string} next */
  function show(next) {
    mode = MODES.includes(next) ? next : "one";
    paint();
    state.changed();
  }

  // Where there is nothing to compare yet, the one model says what to do.
  function paint() {
    if (!maybe(root, "#compare")) return;
    for (const each of all(root, "[data-mode]")) aria(each, "pressed", each.dataset.mode === mode);
    one(root, "#results").hidden = mode !== "one" && answered;
    one(root, '[data-in-mode="all"]').hidden = mode !== "all" || !answered;
    one(root, '[data-in-mode="two"]').hidden = mode !== "two";
    one(root, "#pair-two").hidden = !answered;
    if (mode === "two") tellKept();
    if (answered && mode === "all") everyone();
    if (answered && mode === "two") two();
  }

  async function everyone() {
    const question = page.question();
    const shown = await variants.show(question, page.models());
    if (shown && mode === "all") closely(question);
  }

  /** @param {Record<string, any>} question */
  function closely({ letters, options, lang, task }) {
    const [left, right] = variants.pinned().map((model) => ({ model, letters, options }));
    pair.show(one(root, "#pair-all"), right ? { one: left, other: right, lang, task } : null);
    tellPinned();
  }

  function tellPinned() {
    const titles = variants.pinned().map((name) => page.models().find((each) => each.name === name)?.title);
    const quiet = one(root, "#panel-close .quiet"), words = page.words();
    quiet.textContent = titles.length ? titles.join(" · ") : words["close.empty"];
    if (titles.length === 1) quiet.append(` · ${words["close.one"]}`);
    one(root, "[data-unpin]").hidden = !titles.length;
  }

  /** @param {string[]} names */
  function pin(names) {
    variants.pin(names);
    closely(page.question());
    state.changed();
  }

  function two() {
    const { letters, options, lang, model, task } = page.question();
    const before = kept && { model, letters: kept.letters.slice(0, page.most()), options: kept.options };
    const asked = before && { one: before, other: { model, letters, options }, lang, task };
    pair.show(one(root, "#pair-two"), asked, page.words()["two.unfit"]);
  }

  function tellKept() {
    for (const name of ["swap", "forget"]) button(root, `[data-two="${name}"]`).disabled = !kept;
    one(root, "#panel-two > .quiet").hidden = Boolean(kept);
    one(root, "#kept").replaceChildren(...(kept?.letters ?? []).map(letterElement));
  }

  /** @type {Record<string, () => void>} */
  const actions = {
    keep: () => void (kept = page.now()),
    swap() {
      const before = kept;
      kept = page.now();
      if (before) page.use(before);
    },
    forget: () => void (kept = null),
  };

  /** @param {string} model */
  function choose(model) {
    show("one");
    page.choose(model);
    one(root, ".modes").scrollIntoView({ block: "start" });
  }

  root.addEventListener("click", (event) => {
    const { mode: next, two: action, choose: model, unpin } = hit(event, "button")?.dataset ?? {};
    if (next) show(next);
    else if (action) {
      actions[action]();
      show(mode);
    } else if (unpin !== undefined) pin([]);
    else if (model) choose(model);
  });
  root.addEventListener("change", (event) => {
    const box = fieldOf(event, "[data-pin]"), name = box?.dataset.pin;
    if (!box || name === undefined) return;
    const others = variants.pinned().filter((each) => each !== name);
    pin(box.checked ? [...others, name] : others);
  });
  heard(root, "painted", ({ ok }) => {
    answered = ok;
    paint();
  });

  return {
    /** The letters have changed: nothing of the old ones may stay in sight. */
    stale() {
      variants.stale(page.question());
      pair.stale();
    },
    keep() {
      state.keep("mode", () => (mode === "one" ? null : mode), show);
      variants.keep();
      pair.keep();
      state.keep("kept", () => kept && brought(kept), async (value) => {
        kept = value && (await page.recalled(value));
        paint();
      });
    },
  };
}
