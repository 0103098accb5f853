// @ts-check
// What the eraser of a pen leaves: it takes away each stroke that it comes across.

import { away } from "../codec.js";

/** @typedef {import("../ink.js").Point} Point */
/** @typedef {import("../ink.js").Stroke} Stroke */

const REACH = 0.05; // in shares of the box

/** @param {Stroke} stroke @param {Point} point */
function near(stroke, point) {
  return stroke.some((to, n) => away(point, stroke[Math.max(0, n - 1)], to) < REACH);
}

/** The way of an eraser in steps that leap over nothing. @param {Stroke} way @returns {Point[]} */
function stepped(way) {
  return way.flatMap(([x, y], n) => {
    const [fromX, fromY] = way[Math.max(0, n - 1)], count = Math.ceil(Math.hypot(x - fromX, y - fromY) / REACH) || 1;
    return Array.from({ length: count }, (_, k) => /** @type {Point} */ ([fromX + ((x - fromX) * (k + 1)) / count, fromY + ((y - fromY) * (k + 1)) / count]));
  });
}

/** @param {Stroke[]} strokes @param {Stroke} way of the eraser */
export function erased(strokes, way) {
  const steps = stepped(way);
  return strokes.filter((stroke) => !steps.some((point) => near(stroke, point)));
}
