// @ts-check
// What a key means, whichever keyboard and language it is on.

/** @typedef {Pick<KeyboardEvent, "key" | "code" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey"> & { isComposing?: boolean }} Press */

/** Signs in their usual form: a full-width Ａ is an A (Unicode's NFKC). @param {string} text */
export const narrow = (text) => text.normalize("NFKC");

/** Whether what a key writes is none of ours, so that its place counts. @param {string} key */
const foreign = (key) => ["Process", "Unidentified"].includes(key) || /^(?!\p{Script=Latin})\p{L}$/u.test(key);

/**
 * The sign that a key writes; on a keyboard of another script the letter that is at its place.
 * @param {Press} press
 */
export function signOf({ key, code, shiftKey }) {
  const sign = narrow(key), [, letter] = /^Key([A-Z])$/.exec(code) ?? [];
  if (!letter || !foreign(sign)) return sign;
  return shiftKey ? letter : letter.toLowerCase();
}

/** Whether a key takes back, or brings again what was taken back. @param {Press} press @returns {"undo" | "redo" | null} */
export function stepOf(press) {
  if (!(press.ctrlKey || press.metaKey) || press.altKey || signOf(press).toLowerCase() !== "z") return null;
  return press.shiftKey ? "redo" : "undo";
}
