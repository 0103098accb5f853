// @ts-check
// Everything that an address or a lesson brings back; each part is told its value, or null for what is usual. They come
// back in this order: a task before its model, letters before what was changed of them.

import { isLetter } from "../js/codec.js";
import { ROWS } from "../js/contract.js";
import { all } from "../js/dom.js";

/** @typedef {import("./main.js").Page} Page */

const VIEWS = ["scoreboard", "workshop", "lessons", "teachers", "room"];

/** @param {Page} page */
export function keepAll(page) {
  keepChoices(page);
  keepLetters(page);
  page.state.keep("changes", () => page.changes.get(), (value) => page.changes.set(value));
  page.compare.keep();
  page.workshop.keep();
  page.steps.keep();
  page.state.keep("view", () => page.menus.view(), (view) => {
    if (VIEWS.includes(view)) page.menus.look(view);
    return page.menus.view() === view;
  });
  page.room.keep(page.state);
  page.lessons.keep();
  page.blocks.keep();
}

/** @param {Page} page */
function keepChoices(page) {
  const { state, menus, rows, root } = page;
  state.keep("lang", () => (page.isOpen ? page.opened.lang : null), (lang) => {
    if (lang === null || lang === page.opened.lang) return;
    return all(root, "[data-lang]").some((button) => button.dataset.lang === lang) && page.open(lang);
  });
  state.keep("task", menus.task, (name) => {
    const { tasks } = page.opened;
    menus.choose(Object.hasOwn(tasks, name) ? name : Object.keys(tasks)[0]);
    return menus.task() === name;
  });
  state.keep("model", menus.model, menus.setModel);
  state.keep("beam", () => ((menus.beam() ?? 1) > 1 ? menus.beam() : null), menus.setBeam);
  state.keep("covered", () => (rows.covered().length ? rows.covered() : null), (covered) => {
    const some = [covered ?? []].flat();
    rows.restore(some.filter((row) => Number.isInteger(row) && row >= 0 && row < ROWS));
    return rows.covered().length === some.length;
  });
}

/** @param {Page} page */
function keepLetters({ state, bringing, pad }) {
  state.keep("from", bringing.origin, bringing.restore);
  state.keep("letters", () => (bringing.origin() ? null : pad.model.unaltered()), (letters) => {
    if (letters === null) return;
    const list = [letters].flat(), fits = list.every((letter) => letter === null || isLetter(letter));
    if (fits) pad.model.fill(list);
    return fits;
  });
  state.keep("boxes", () => pad.model.spare(), (count) => {
    pad.resize(Number(count) || 0);
    return pad.model.spare() === count;
  });
}
