// @ts-check
// Strokes as SVG: being vectors, they need no redrawing when the window or the theme changes.

import { svg, within } from "./dom.js";

/** @typedef {[number, number]} Point x right, y down, in shares of the letter's box */
/** @typedef {Point[]} Stroke */
/**
 * A letter as the server knows it.
 * @typedef {object} Letter
 * @property {Stroke[]} strokes
 * @property {string | null} label
 * @property {string} background
 * @property {number} thickness
 * @property {string} [ink]
 * @property {number} [turn]
 * @property {number} [blur]
 * @property {number} [noise]
 * @property {number} [waiting] the number under which it comes, while it is not there yet
 */

const PEN = 62, PIXEL = 30; // widths in thousandths of a box: the usual pen, a pixel of the image that the model sees
const WHITE = "#ffffff";

/** @param {Stroke} stroke */
export function pathOf(stroke) {
  const [first, ...rest] = stroke.map(([x, y]) => `${Math.round(x * 1000)} ${Math.round(y * 1000)}`);
  return `M${first}L${rest.length ? rest.join("L") : first}`;
}

/** @param {Stroke} stroke @param {number} thickness */
export function strokeElement(stroke, thickness) {
  return svg("path", { d: pathOf(stroke), "stroke-width": Math.round(PEN * thickness), pathLength: 1 });
}

/**
 * A stroke that was drawn into a turned letter, as it stands in the letter; corners of the box that lie outside of the
 * letter's are on its edge.
 * @param {Stroke} stroke
 * @param {number} degrees
 * @returns {Stroke}
 */
export function turnedBack(stroke, degrees) {
  if (!degrees) return stroke;
  const [sine, cosine] = [Math.sin((-degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  /** @param {number} value */
  const place = (value) => Math.round((within(value, -0.5, 0.5) + 0.5) * 1000) / 1000;
  return stroke.map(([x, y]) => [place((x - 0.5) * cosine - (y - 0.5) * sine), place((x - 0.5) * sine + (y - 0.5) * cosine)]);
}

/** A letter as a picture; its paper is the background of what it stands in. @param {Letter | null} letter */
export function inkElement(letter) {
  const picture = svg("svg", { viewBox: "0 0 1000 1000" });
  drawInk(picture, letter);
  return picture;
}

/**
 * Puts a letter into a picture in place of the one that it shows; what else is in the picture stays.
 * @param {SVGElement} picture @param {Letter | null} letter
 */
export function drawInk(picture, letter) {
  const ink = svg("g"), before = picture.querySelector("g");
  if (before) before.replaceWith(ink);
  else picture.prepend(ink);
  picture.style.color = inkOf(letter);
  if (letter?.turn) ink.setAttribute("transform", `rotate(${letter.turn} 500 500)`);
  if (letter?.blur) ink.style.filter = `blur(${PIXEL * letter.blur}px)`;
  if (letter?.waiting !== undefined) ink.append(expectedSign(letter.label ?? ""));
  for (const stroke of letter?.strokes ?? []) {
    const path = ink.appendChild(strokeElement(stroke, letter?.thickness ?? 1));
    path.dataset.length = lengthOf(stroke).toFixed(2);
  }
}

/** What stands in a box until its letter has been written. @param {string} label */
function expectedSign(label) {
  const sign = svg("text", { x: 500, y: 500, "font-size": 520, "text-anchor": "middle", "dominant-baseline": "central", fill: "currentColor", opacity: 0.4 });
  sign.textContent = label;
  return sign;
}

/** White ink is the page's chalk; on white paper an ink shows its complement. @param {Letter | null} letter */
export function inkOf(letter) {
  if (!letter?.ink || letter.ink === WHITE) return "";
  if (letter.background !== "white") return letter.ink;
  return "#" + (0xffffff - parseInt(letter.ink.slice(1), 16)).toString(16).padStart(6, "0");
}

/** @param {Stroke} stroke */
function lengthOf(stroke) {
  let sum = 0;
  for (let n = 1; n < stroke.length; n++) sum += Math.hypot(stroke[n][0] - stroke[n - 1][0], stroke[n][1] - stroke[n - 1][1]);
  return sum;
}

/**
 * Draws all strokes once more in the order and at the pace of a hand; without motion, stroke by stroke.
 * @param {Element[]} pictures
 */
export function replayInk(pictures) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let start = 0;
  for (const path of pictures.flatMap((picture) => [...picture.querySelectorAll("path")])) {
    const duration = still ? 250 : 120 + 420 * Number(path.dataset.length || 0.5);
    const frames = still
      ? [{ opacity: 0 }, { opacity: 0, offset: 0.99 }, { opacity: 1 }]
      : [{ strokeDasharray: "0 2", opacity: 0 }, { strokeDasharray: "0 2", opacity: 1, offset: 0.01 }, { strokeDasharray: "1 2" }];
    path.getAnimations().forEach((animation) => animation.cancel());
    path.animate(frames, { duration, delay: start, fill: "backwards" });
    start += duration + 60;
  }
}
