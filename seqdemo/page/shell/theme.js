// @ts-check
// Light or dark: as the system wants it, until a visitor chooses.

import { aria, hit, maybe } from "../js/dom.js";
import { store, stored } from "../js/state.js";

const THEME = "seqdemo.theme";
const THEMES = ["light", "dark"];

/**
 * @param {HTMLElement} root
 * @param {import("../js/state.js").State} state
 * @returns {() => void} shows what was chosen, after the page was drawn
 */
export function makeTheme(root, state) {
  let chosen = stored(THEME);
  const theme = () => chosen ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

  function apply() {
    const dark = theme() === "dark", button = maybe(root, "[data-theme]");
    document.body.classList.toggle("dark", dark);
    if (button) aria(button, "pressed", dark);
  }

  state.keep("theme", () => chosen, (next) => {
    chosen = THEMES.includes(next) ? next : chosen;
    apply();
  });
  root.addEventListener("click", (event) => {
    if (!hit(event, "[data-theme]")) return;
    chosen = theme() === "dark" ? "light" : "dark";
    store(THEME, chosen);
    apply();
    state.changed();
  });

  return apply;
}
