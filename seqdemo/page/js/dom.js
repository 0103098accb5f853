// @ts-check
// What all views do with the elements of the page, and how parts of it tell each other what happened.

export const SVG = "http://www.w3.org/2000/svg";

/**
 * The first part that a selector finds, if any.
 * @param {ParentNode} within
 * @param {string} selector
 */
export function maybe(within, selector) {
  return /** @type {HTMLElement | null} */ (within.querySelector(selector));
}

/**
 * The first part that a selector finds, where there must be one.
 * @param {ParentNode} within
 * @param {string} selector
 */
export function one(within, selector) {
  const found = maybe(within, selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

/**
 * @param {ParentNode} within
 * @param {string} selector
 */
export function all(within, selector) {
  return /** @type {HTMLElement[]} */ ([...within.querySelectorAll(selector)]);
}

/**
 * @param {ParentNode} within
 * @param {string} selector
 */
export function input(within, selector) {
  return /** @type {HTMLInputElement} */ (one(within, selector));
}

/**
 * @param {ParentNode} within
 * @param {string} selector
 */
export function inputs(within, selector) {
  return /** @type {HTMLInputElement[]} */ (all(within, selector));
}

/**
 * @param {ParentNode} within
 * @param {string} selector
 */
export function button(within, selector) {
  return /** @type {HTMLButtonElement} */ (one(within, selector));
}

/**
 * A menu, where this page has it.
 * @param {ParentNode} within
 * @param {string} selector
 */
export function menu(within, selector) {
  return /** @type {HTMLSelectElement | null} */ (within.querySelector(selector));
}

/**
 * Whether a menu offers a value.
 * @param {HTMLSelectElement} of
 * @param {unknown} value
 */
export function offers(of, value) {
  return [...of.options].some((option) => option.value === value);
}

/**
 * The part of that kind in which something happened.
 * @param {Event} event
 * @param {string} selector
 */
export function hit(event, selector) {
  const at = event.target;
  return at instanceof Element ? /** @type {HTMLElement | null} */ (at.closest(selector)) : null;
}

/**
 * The input or menu of that kind that an event is about.
 * @param {Event} event
 * @param {string} selector
 */
export function fieldOf(event, selector) {
  const at = event.target;
  return at instanceof Element && at.matches(selector) ? /** @type {HTMLInputElement} */ (at) : null;
}

/**
 * @param {Element} of
 * @param {string} selector
 */
export function around(of, selector) {
  const found = of.closest(selector);
  if (!found) throw new Error(`nothing ${selector} is around it`);
  return /** @type {HTMLElement} */ (found);
}

/**
 * What a view left for scripts in one attribute.
 * @param {HTMLElement} of
 * @param {string} name as in `dataset`
 */
export function json(of, name) {
  return JSON.parse(of.dataset[name] ?? "null");
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 */
export function svg(name, attributes = {}) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return /** @type {SVGElement} */ (made);
}

/**
 * @param {Element} of
 * @param {string} name
 * @param {unknown} value
 */
export function aria(of, name, value) {
  of.setAttribute(`aria-${name}`, String(value));
}

/**
 * Says to every part of the page what happened.
 * @param {HTMLElement} root
 * @param {"set" | "painted" | "step" | "slide"} name
 * @param {unknown} [detail]
 */
export function announce(root, name, detail) {
  root.dispatchEvent(new CustomEvent(name, { detail }));
}

/**
 * @param {HTMLElement} root
 * @param {"set" | "painted" | "step" | "slide"} name
 * @param {(detail: any) => void} listener
 */
export function heard(root, name, listener) {
  root.addEventListener(name, (event) => listener(/** @type {CustomEvent} */ (event).detail));
}

/**
 * A number, but no less than the least and no more than the most.
 * @param {number} value
 * @param {number} least
 * @param {number} most
 */
export function within(value, least, most) {
  return Math.max(least, Math.min(most, value));
}

/**
 * A sentence of the page with its gaps filled.
 * @param {string} sentence
 * @param {Record<string, unknown>} facts
 */
export function filled(sentence, facts) {
  return sentence.replace(/{(\w+)}/g, (gap, name) => (name in facts ? String(facts[name]) : gap));
}
