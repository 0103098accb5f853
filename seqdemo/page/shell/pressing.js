// @ts-check
// What a press, a form, a menu and a key of the page lead to.

import { fieldOf, hit, input, one } from "../js/dom.js";
import { tasksOf } from "./menus.js";

/** @typedef {import("./main.js").Page} Page */

/** @param {Page} page @param {HTMLElement} button */
function press(page, button) {
  const { do: action, show: view, lang, go, goto: other, gotoModel } = button.dataset;
  const here = page.menus.task() ?? "";
  const task = go ? (tasksOf(button).find((name) => name === here) ?? tasksOf(button)[0]) : button.dataset.task;
  if (action === "another") page.bringing.another();
  else if (action) page.pad.actions[action]();
  else if (button.dataset.try !== undefined) page.bringing.retry(button);
  else if (lang) page.speak(lang);
  else if (other) {
    page.visit(other, gotoModel);
    one(page.root, ".asks").scrollIntoView({ block: "start" });
  } else if (view) page.menus.look(view);
  else if (task && task === here) page.menus.look(null);
  else if (task) page.visit(task);
}

/** @param {Page} page */
export function listen(page) {
  const { root } = page;
  root.addEventListener("click", (event) => {
    const button = hit(event, "button");
    if (button) press(page, button);
  });
  root.addEventListener("submit", (event) => {
    event.preventDefault();
    if (hit(event, "#type")) page.bringing.writeText(input(root, "#text").value);
    else if (hit(event, "#sample")) page.bringing.sample();
  });
  root.addEventListener("change", (event) => {
    if (fieldOf(event, "[data-model], #beam")) {
      page.menus.describe();
      page.ask();
    } else if (fieldOf(event, "[data-option], #seed")) page.bringing.sample();
  });
  addEventListener("keydown", (event) => page.pad.key(event, page.bringing.writeKey));
}
