// @ts-check
// What a teacher's link locks or hides, and what is left of the page inside another one.

import { LIMITS } from "../js/contract.js";
import { all, announce, heard, hit, maybe, one } from "../js/dom.js";

/** @typedef {ReturnType<typeof makeLocks>} Locks */
/** @typedef {{ lock?: string[], hide?: string[], embed?: number[] }} Limits */

/** What each lock holds. @type {Record<string, string>} */
const LOCKED = {
  task: "[data-task], [data-show], [data-goto], [data-lesson], [data-try]",
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

/** @param {HTMLElement} root */
export function makeLocks(root) {
  /** @type {Limits} */
  let limits = {};
  let damaged = false;
  const locked = () => (limits.lock ?? []).map((name) => LOCKED[name]).join(", ");

  /** @param {Record<string, unknown>} values */
  function obey(values) {
    limits = limitsOf(values);
    for (const part of /** @type {HTMLButtonElement[]} */ (all(root, "[data-locked]"))) {
      part.disabled = part.toggleAttribute("data-locked", false);
    }
    cover(true);
    apply();
  }

  // Again and again, since parts of the page are written anew: after every answer, and in another language.
  function apply() {
    root.dataset.hides = (limits.hide ?? []).join(" ");
    root.toggleAttribute("data-embed", Boolean(limits.embed));
    const held = /** @type {HTMLButtonElement[]} */ (locked() ? all(root, locked()) : []);
    for (const part of held) if (part.disabled === false) part.disabled = part.toggleAttribute("data-locked", true);
    const notice = maybe(root, "#locked");
    if (!notice) return;
    notice.hidden = !(limits.lock || limits.hide) || Boolean(limits.embed);
    one(root, "#damaged").hidden = !damaged;
  }

  /** Each new question is asked to the class again. @param {boolean} on */
  function cover(on) {
    root.classList.toggle("asking", on && Boolean(limits.hide?.includes("answer")));
  }

  /** What cannot be disabled, such as the boxes of the pad. @param {Event} event */
  function guard(event) {
    const held = locked() && hit(event, locked());
    if (!held) return;
    if (event instanceof KeyboardEvent && (event.key === "Tab" || event.ctrlKey || event.metaKey)) return;
    if (event instanceof MouseEvent && (event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  function open() {
    obey({});
    announce(root, "set");
  }

  function tell() {
    cover(false);
    one(root, "#results").focus({ preventScroll: true });
  }

  /** @param {boolean} about whether a part of the address could not be read */
  function warn(about) {
    damaged = about;
    apply();
  }

  for (const kind of ["pointerdown", "click", "keydown", "beforeinput"]) root.addEventListener(kind, guard, true);
  heard(root, "set", apply);
  heard(root, "painted", () => {
    cover(true);
    apply();
  });
  root.addEventListener("click", (event) => {
    if (hit(event, "[data-tell]")) tell();
    else if (hit(event, "[data-unlock]")) open();
    else if (hit(event, "[data-dismiss]")) warn(false);
  });

  // A page around this one may give it the height that it needs, so that it has no scroll bar of its own.
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (limits.embed && window.parent !== window) window.parent.postMessage({ seqdemo: height }, "*");
  }).observe(root);

  return {
    obey, warn,
    /** @param {string} name */
    has: (name) => ["lock", "hide", "embed"].includes(name),
    /** As they stand in the address: one name bare, none not at all. */
    values: () => Object.fromEntries(Object.entries(limits).map(([name, each]) => [name, each.length > 1 ? each : each[0]])),
  };
}
