// Light or dark: as the system wants it, until a visitor chooses.

import { stored, store } from "../js/state.js";

const THEME = "seqdemo.theme";

export function makeTheme(root, state) {
  let chosen = stored(THEME);
  const system = () => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

  function apply() {
    const theme = chosen ?? system();
    document.body.classList.toggle("dark", theme === "dark");
    root.querySelector("[data-theme]")?.setAttribute("aria-pressed", String(theme === "dark"));
  }

  state.keep("theme", () => chosen, (theme) => {
    chosen = ["light", "dark"].includes(theme) ? theme : chosen;
    apply();
  });
  root.addEventListener("click", (event) => {
    if (!event.target.closest("[data-theme]")) return;
    chosen = (chosen ?? system()) === "dark" ? "light" : "dark";
    store(THEME, chosen);
    apply();
    state.changed();
  });

  return apply;
}
