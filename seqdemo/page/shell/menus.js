// @ts-check
// Which task is chosen, which of its models, and which of the pages that concern them all.

import { all, aria, input, maybe, menu, offers } from "../js/dom.js";

/** @typedef {{ name: string, title: string, summary: string, small?: import("../workshop/finished/small.js").Small | null }} Model */
/** @typedef {Model & { task: string, label: string }} Added with what its menu calls it */
/** @typedef {import("../js/pad/model.js").Offer & { title: string, family: string, models: Model[] }} Task */
/**
 * The page as the server opens it.
 * @typedef {object} Opened
 * @property {string} lang
 * @property {string} html
 * @property {Record<string, string>} texts
 * @property {Record<string, Task>} tasks
 * @property {import("../js/ink.js").Letter[]} letters
 */
/** @typedef {ReturnType<typeof makeMenus>} Menus */

/** @param {HTMLElement} part @param {string | null} task */
export function concerns(part, task) {
  return (part.dataset.of ?? "").split(" ").includes(task ?? "");
}

/** The tasks of one kind, between which a button of it goes. @param {HTMLElement} button */
export const tasksOf = (button) => (button.dataset.go ?? "").split(" ");

/** A model that is not shipped joins the menu of its task. @param {HTMLElement} root @param {Record<string, Task>} tasks @param {Added} added */
function join(root, tasks, { label, ...added }) {
  const of = menu(root, `[data-model="${added.task}"]`), models = tasks[added.task]?.models;
  if (!of || !models) return;
  const known = [...of.options].find((each) => each.value === added.name);
  const option = known ?? of.appendChild(document.createElement("option"));
  Object.assign(option, { value: added.name, textContent: label });
  option.dataset.added = "";
  if (!models.some((each) => each.name === added.name)) models.push(added);
}

/** Models that joined a menu leave it. @param {HTMLElement} root @param {Record<string, Task>} tasks @param {string[]} names */
function part(root, tasks, names) {
  const options = /** @type {HTMLOptionElement[]} */ (all(root, "[data-model] option[data-added]"));
  for (const option of options) if (names.includes(option.value)) option.remove();
  for (const task of Object.values(tasks)) task.models = task.models.filter(({ name }) => !names.includes(name));
}

/**
 * @param {HTMLElement} root
 * @param {() => Opened} page
 * @param {{ chose: (task: Task | undefined) => void, described: () => void, looked: (view: string | null) => void }} on
 */
export function makeMenus(root, page, on) {
  /** @type {string | null} */
  let task = null;
  const modelMenu = () => menu(root, `[data-model="${task}"]`);
  const beamMenu = () => menu(root, "#beam");
  const model = () => modelMenu()?.value ?? null;
  const offer = () => (task === null ? undefined : page().tasks[task]);
  const chosen = () => offer()?.models.find((each) => each.name === model());

  /** @param {string} next @param {string | null} [wanted] the model, if the task has it */
  function choose(next, wanted) {
    const before = wanted ?? model();
    task = next;
    for (const part of all(root, "[data-of]")) part.hidden = !concerns(part, task);
    look(null);
    const of = modelMenu();
    if (of && before !== null && offers(of, before)) of.value = before;
    root.dataset.family = offer()?.family ?? "";
    const { texts } = page();
    input(root, "#text").placeholder = texts[`${root.dataset.family}:type.placeholder`] ?? texts["type.placeholder"];
    on.chose(offer());
    describe();
  }

  /** At a task, or at a page that concerns them all; the pad and its answer wait unseen meanwhile. @param {string | null} view */
  function look(view) {
    if (view) root.dataset.shows = view;
    else delete root.dataset.shows;
    for (const part of all(root, "[data-page]")) part.hidden = part.dataset.page !== view;
    for (const button of all(root, "[data-task]")) aria(button, "pressed", !view && button.dataset.task === task);
    for (const button of all(root, "[data-go]")) aria(button, "pressed", !view && tasksOf(button).includes(task ?? ""));
    for (const button of all(root, "[data-show]")) aria(button, "pressed", button.dataset.show === view);
    on.looked(view);
  }

  function describe() {
    const found = chosen();
    const summary = maybe(root, "#summary > span"); // not there without any model
    if (summary) summary.textContent = found ? found.summary : "";
    on.described();
  }

  // With how many partial words an answer is looked for, in tasks that leave a choice.
  function beam() {
    const of = beamMenu(), place = /** @type {HTMLElement | null | undefined} */ (of?.closest("[data-of]"));
    return of && place && concerns(place, task) ? Number(of.value) : null;
  }

  return {
    add: (/** @type {Added} */ model) => join(root, page().tasks, model),
    drop: (/** @type {string[]} */ names) => (part(root, page().tasks, names), describe()),
    task: () => task,
    view: () => root.dataset.shows ?? null,
    offer, model, chosen, beam, choose, look, describe,
    /** A model by its name, or the first where the task has no such; whether it has. @param {string | null} name */
    setModel(name) {
      const of = modelMenu();
      if (of) of.value = name !== null && offers(of, name) ? name : (of.options[0]?.value ?? "");
      describe();
      return model() === name;
    },
    /** @param {unknown} width */
    setBeam(width) {
      const of = beamMenu();
      if (of) of.value = offers(of, String(width)) ? String(width) : "1";
      return beam() === width;
    },
  };
}
