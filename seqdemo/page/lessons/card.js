// @ts-check
// The card of one lesson: what it shows before and after the guess.

import { all, aria, button, input, inputs, maybe, one } from "../js/dom.js";

/** @param {HTMLElement} root */
export function makeCard(root) {
  const card = () => one(root, "#lesson");
  const part = (/** @type {string} */ selector) => one(card(), selector);

  return {
    there: () => maybe(root, "#lesson") !== null,
    shows: () => !card().hidden,
    element: card,

    /** @param {string} html @param {number} n the number of the lesson */
    open(html, n) {
      card().innerHTML = html;
      card().classList.remove("folded");
      card().hidden = false;
      for (const dot of all(card(), "[data-dot]")) dot.classList.toggle("there", Number(dot.dataset.dot) < n);
    },

    close() {
      card().hidden = true;
      card().replaceChildren();
    },

    /** @param {number} place of the option that was guessed */
    choose(place) {
      const field = inputs(card(), "[name=guess]")[place];
      if (field) field.checked = true;
      button(card(), "[data-reveal]").disabled = !field;
    },

    /**
     * The outcome goes into a live region that stands there already, so that it is read out.
     * @param {boolean} guessed
     * @param {Record<string, string>} texts
     */
    tell(guessed, texts) {
      const template = /** @type {HTMLTemplateElement} */ (part(".told template"));
      part(".outcome").replaceChildren(template.content.cloneNode(true));
      part(".told").hidden = false;
      part(".asking").hidden = true;
      /** @type {HTMLFieldSetElement} */ (part("fieldset")).disabled = true;
      const right = part("[data-right]"), hit = input(right, "input").checked, said = part(".guess");
      for (const option of all(card(), ".option")) option.classList.toggle("wrong", option !== right && input(option, "input").checked);
      said.textContent = guessed ? texts[hit ? "lesson.guess.right" : "lesson.guess.wrong"] : "";
      said.tabIndex = -1;
    },

    /** Which of its examples is on the page. @param {number} scene */
    mark(scene) {
      for (const each of all(card(), "[data-scene]")) aria(each, "pressed", Number(each.dataset.scene) === scene);
    },

    /** @param {boolean} tried */
    tick: (tried) => void (part(".try .done").hidden = !tried),

    /** Why the task is not done yet. @param {string} why */
    tellLack: (why) => void (part("[data-lacks]").textContent = why),

    fold() {
      const switcher = part("[data-fold]"), open = switcher.getAttribute("aria-expanded") !== "true";
      aria(switcher, "expanded", open);
      switcher.textContent = open ? "–" : "+";
      card().classList.toggle("folded", !open);
    },

    /** Brings it into sight. @param {string} focus the part that gets the focus */
    face(focus) {
      card().scrollIntoView({ block: "start" });
      part(focus).focus({ preventScroll: true });
    },
    focusOutcome: () => part(".guess").focus(),
  };
}
