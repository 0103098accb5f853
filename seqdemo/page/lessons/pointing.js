// @ts-check
// What a lesson points at: an outline and a sentence in one panel. They are put there anew after every answer.

import { all, announce, hit, input, maybe, one } from "../js/dom.js";
import { stuckAbove } from "../shell/stuck.js";

/** @typedef {{ panel: string, step: number | null, look: string }} Pointer a panel, a step of the player, a sentence */

const ROOM = 12; // pixels between the panel and what stays in sight above it

/** @param {string} sentence @param {string} back what the button is called that leads back to the lesson */
function noteElement(sentence, back) {
  const note = document.createElement("p"), button = document.createElement("button");
  note.className = "look";
  note.tabIndex = -1;
  note.textContent = `${sentence} `;
  button.type = "button";
  button.textContent = back;
  button.dataset.return = "";
  note.append(button);
  return note;
}

/** @param {HTMLElement} root @param {() => Record<string, string>} texts */
export function makePointing(root, texts) {
  let noted = false;
  root.addEventListener("focusin", (event) => (noted = hit(event, ".look") !== null)); // so it keeps the focus over an answer

  /** @param {Pointer | null} to null points at nothing */
  function point(to) {
    for (const each of all(root, "#results .pointed")) each.classList.remove("pointed");
    maybe(root, "#results .look")?.remove();
    const panel = to && maybe(root, `#panel-${to.panel}`);
    if (!panel) return;
    for (let each = panel.closest("details"); each; each = each.parentElement?.closest("details") ?? null) each.open = true;
    panel.classList.add("pointed");
    const note = noteElement(to.look, texts()["lesson.back"]);
    one(panel, ".heading").append(note);
    panel.style.scrollMarginTop = `${stuckAbove(root, panel) + ROOM}px`;
    if (noted && document.activeElement === document.body) note.focus({ preventScroll: true });
  }

  /** @param {number | null} step */
  function stepTo(step) {
    if (step === null || !maybe(root, "[data-slider]")) return;
    const slider = input(root, "[data-slider]");
    slider.value = String(step + 1);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  }

  return {
    point,
    /** Goes there. @param {Pointer} to @param {HTMLElement} card where to go if the panel is not there */
    look(to, card) {
      announce(root, "slide", to.panel);
      stepTo(to.step);
      point(to);
      const note = maybe(root, "#results .look"), calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      (note ?? card).closest("section")?.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
      note?.focus({ preventScroll: true });
    },
  };
}
