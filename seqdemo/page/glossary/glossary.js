// @ts-check
// Keeps the sentence that explains a term inside the window, and closes it with Escape.

import { hit } from "../js/dom.js";

const WIDEST = 290, SHARE = 0.6, EDGE = 8; // as in the style sheet: pixels, of the window's width, pixels

/** @param {HTMLElement} root */
export function makeGlossary(root) {
  /** @param {HTMLElement | null | undefined} term */
  const place = (term) => {
    if (!term) return;
    const right = term.getBoundingClientRect().left + Math.min(WIDEST, SHARE * innerWidth) + EDGE;
    term.style.setProperty("--back", `${Math.max(0, right - innerWidth)}px`);
  };
  root.addEventListener("pointerover", (event) => place(hit(event, ".term")));
  root.addEventListener("focusin", (event) => place(hit(event, ".term")));
  addEventListener("resize", () => place(/** @type {HTMLElement | null | undefined} */ (document.activeElement?.closest(".term"))));
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hit(event, ".term")?.blur();
  });
}
