// @ts-check
// What a teacher's link locks or hides, and what is left of the page inside another one.

import { LIMITS } from "../js/contract.js";
import { all, announce, heard, hit, maybe, one } from "../js/dom.js";

/** @typedef {{ lock?: string[], hide?: string[], embed?: number[] }} Limits */

/** What each lock holds. @type {Record<string, string>} */
const LOCKED = {
  task: "[data-task], [data-go], [data-show], [data-goto], [data-lesson], [data-try]",
  model: "[data-model], #beam, [data-choose]",
  letters: "#pad svg, .desk :is(button, input, select):not([data-do='replay']), [data-try], [data-two='swap']",
};

/** @param {unknown} value one name, several or none @param {readonly string[]} names */
const known = (value, names) => [value ?? []].flat().filter((name) => names.includes(String(name)));

/** What of an address are limits. @param {Record<string, unknown>} values @returns {Limits} */
export function limitsOf({ lock, hide, embed }) {
  const told = { lock: known(lock, LIMITS.lock), hide: known(hide, LIMITS.hide), embed: embed === 1 ? [1] : [] };
  return Object.fromEntries(Object.entries(told).filter(([, names]) => names.length));
}

export class Locks {
  #root;
  /** @type {Limits} */
  #limits = {};
  #damaged = false;
  #said = "";
  #locked = () => (this.#limits.lock ?? []).map((name) => LOCKED[name]).join(", ");

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    for (const kind of ["pointerdown", "click", "keydown", "beforeinput"]) this.#root.addEventListener(kind, this.#guard, true);
    heard(this.#root, "set", this.#apply);
    heard(this.#root, "painted", (reply) => {
      this.#said = reply.say;
      this.#cover(true);
      this.#apply();
    });
    this.#root.addEventListener("click", (event) => {
      if (hit(event, "[data-tell]")) this.#tell();
      else if (hit(event, "[data-unlock]")) this.#open();
      else if (hit(event, "[data-dismiss]")) this.warn(false);
    });
    // A page around this one may give it the height that it needs, so that it has no scroll bar of its own.
    new ResizeObserver(() => {
      const height = Math.ceil(document.body.getBoundingClientRect().height);
      if (this.#limits.embed && window.parent !== window) window.parent.postMessage({ seqdemo: height }, "*");
    }).observe(this.#root);
  }

  /** @param {Record<string, unknown>} values */
  obey = (values) => {
    this.#limits = limitsOf(values);
    for (const part of /** @type {HTMLButtonElement[]} */ (all(this.#root, "[data-locked]"))) {
      part.disabled = part.toggleAttribute("data-locked", false);
    }
    this.#cover(true);
    this.#apply();
  };

  // Again and again, since parts of the page are written anew: after every answer, and in another language.
  #apply = () => {
    this.#root.dataset.hides = (this.#limits.hide ?? []).join(" ");
    this.#root.toggleAttribute("data-embed", Boolean(this.#limits.embed));
    const held = /** @type {HTMLButtonElement[]} */ (this.#locked() ? all(this.#root, this.#locked()) : []);
    for (const part of held) if (part.disabled === false) part.disabled = part.toggleAttribute("data-locked", true);
    const notice = maybe(this.#root, "#locked");
    if (!notice) return;
    notice.hidden = !(this.#limits.lock || this.#limits.hide) || Boolean(this.#limits.embed);
    one(this.#root, "#damaged").hidden = !this.#damaged;
  };

  /** Each new question is asked to the class again. @param {boolean} on */
  #cover = (on) => {
    const covers = on && Boolean(this.#limits.hide?.includes("answer")), say = maybe(this.#root, "#say");
    this.#root.classList.toggle("untold", covers);
    if (say && (covers || !on)) say.textContent = covers ? "" : this.#said;
  };

  /** What cannot be disabled, such as the boxes of the pad. @param {Event} event */
  #guard = (event) => {
    const held = this.#locked() && hit(event, this.#locked());
    if (!held) return;
    if (event instanceof KeyboardEvent && (event.key === "Tab" || event.ctrlKey || event.metaKey)) return;
    if (event instanceof MouseEvent && (event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  #open = () => {
    this.obey({});
    announce(this.#root, "set");
  };

  #tell = () => {
    this.#cover(false);
    one(this.#root, "#results").focus({ preventScroll: true });
  };

  /** @param {boolean} about whether a part of the address could not be read */
  warn = (about) => {
    this.#damaged = about;
    this.#apply();
  };

  /** @param {string} name */
  has = (name) => ["lock", "hide", "embed"].includes(name);

  /** As they stand in the address: one name bare, none not at all. */
  values = () => Object.fromEntries(Object.entries(this.#limits).map(([name, each]) => [name, each.length > 1 ? each : each[0]]));
}
