// @ts-check
// The ink file as the browser writes it: JSON lines, a header and then a letter each.

/** @typedef {import("../js/ink.js").Letter} Letter */

export const NAME = "letters.ink.jsonl";
const HEADER = { format: "seqdemo-ink", version: 1 };

/** Empty boxes are passed over. @param {(Letter | null)[]} letters */
export function inkFile(letters) {
  const lines = letters.flatMap((letter) => (letter?.strokes.length ? [{ label: letter.label || null, strokes: letter.strokes }] : []));
  return lines.length ? [HEADER, ...lines].map((line) => `${JSON.stringify(line)}\n`).join("") : "";
}
