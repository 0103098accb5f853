// @ts-check
// Any JSON value as short text that an address can hold, and back. Strokes are written as the ways between their points.

import { MOST_POINTS, MOST_STROKES, PLAIN } from "./contract.js";

/** @typedef {import("./ink.js").Point} Point */
/** @typedef {import("./ink.js").Stroke} Stroke */
/** @typedef {import("./ink.js").Letter} Letter */
/** @typedef {null | boolean | number | string | Json[] | { [name: string]: Json }} Json */

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const TOLERANCE = 0.002;
const LONGEST = 100_000; // of one word, so that damaged text takes no time

/**
 * One character for five bits, the lowest first; the sixth says that more follow. The sign is the lowest bit of all.
 * @param {number} number
 */
function digits(number) {
  let rest = number < 0 ? -2 * number - 1 : 2 * number, text = "";
  for (; rest > 31; rest = Math.floor(rest / 32)) text += DIGITS[32 + (rest % 32)];
  return text + DIGITS[rest];
}

/** @param {string} text */
function* numbers(text) {
  let sum = 0, weight = 1;
  for (const each of text) {
    const digit = DIGITS.indexOf(each);
    if (digit < 0 || weight > 2 ** 20) throw new Error("no number");
    sum += weight * (digit % 32);
    weight *= 32;
    if (digit > 31) continue;
    yield sum % 2 ? -(sum + 1) / 2 : sum / 2;
    [sum, weight] = [0, 1];
  }
  if (weight > 1) throw new Error("cut off");
}

/** @param {Stroke} stroke */
function packStroke(stroke) {
  let before = [0, 0], text = "";
  for (const point of stroke.map((place) => place.map((share) => Math.round(share * 1000)))) {
    text += digits(point[0] - before[0]) + digits(point[1] - before[1]);
    before = point;
  }
  return text;
}

/** @param {string} text @returns {Stroke} */
function unpackStroke(text) {
  const ways = [...numbers(text)], stroke = /** @type {Stroke} */ ([]);
  if (!ways.length || ways.length % 2) throw new Error("no stroke");
  for (let n = 0, x = 0, y = 0; n < ways.length; n += 2) {
    [x, y] = [x + ways[n], y + ways[n + 1]];
    stroke.push([x / 1000, y / 1000]);
  }
  return stroke;
}

/** A letter's strokes become one word, and what is usual of it goes without saying. @param {Record<string, any>} letter */
function packLetter(letter) {
  const plain = /** @type {Record<string, unknown>} */ (PLAIN);
  const told = Object.entries(letter).filter(([name, value]) => !(name in plain) || value !== plain[name]);
  return Object.fromEntries(told.map(([name, value]) => [name, name === "strokes" ? value.map(packStroke).join(".") : value]));
}

/** @param {Record<string, any>} packed */
function unpackLetter({ strokes, ...told }) {
  const whole = { strokes: strokes.split(".").map(unpackStroke), ...PLAIN, ...told };
  if (!isLetter(whole)) throw new Error("no letter");
  return whole;
}

/** Whether it is a place in a box. @param {unknown} value */
const isShare = (value) => typeof value === "number" && value >= 0 && value <= 1;

/**
 * Whether it is what the server takes for a letter.
 * @param {Record<string, any>} value
 */
export function isLetter({ strokes, label, background, thickness, ink, turn = 0, blur = 0, noise = 0 }) {
  /** @param {number} sum @param {unknown[] | null} stroke */
  const more = (sum, stroke) => sum + (stroke?.length || Infinity);
  const points = Array.isArray(strokes) ? strokes.reduce(more, 0) : Infinity;
  return points > 0 && points <= MOST_POINTS && strokes.length <= MOST_STROKES && strokes.flat(2).every(isShare) &&
    (label === null || /^[a-z0-9]$/i.test(label)) && ["black", "white"].includes(background) &&
    [thickness, turn, blur, noise].every(Number.isFinite) && /^#[0-9a-f]{6}$/.test(ink ?? PLAIN.ink);
}

/** Words stand for themselves unless they could be taken for something else; then a $ goes before. @param {string} text */
function word(text) {
  /** @param {string} sign */
  const hex = (sign) => "%" + sign.charCodeAt(0).toString(16);
  const safe = encodeURIComponent(text.replace(/\p{Surrogate}/gu, "")).replace(/[!'()*]/g, hex);
  return safe === "" || scalar(safe) !== safe ? "$" + safe : safe;
}

/** @param {string} text */
function scalar(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** @param {any} value @returns {string} */
function packed(value) {
  if (typeof value === "string") return word(value);
  if (Array.isArray(value)) return `@(${value.map(packed).join(",")})`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const shown = Array.isArray(value.strokes) ? packLetter(value) : value;
  return `(${Object.entries(shown).map(([name, each]) => `${word(name)}:${packed(each)}`).join(",")})`;
}

/** Goes through text from its beginning to its end. */
class Reader {
  #at = 0;
  #text;

  /** @param {string} text */
  constructor(text) {
    this.#text = text;
  }

  /** @param {string | undefined} sign */
  #next(sign) {
    return this.#text[this.#at] === sign && ++this.#at > 0;
  }

  /** @param {string | undefined} sign */
  #expect(sign) {
    if (!this.#next(sign)) throw new Error(`no ${sign}`);
  }

  #token() {
    const found = (/^[^(),:@]*/.exec(this.#text.slice(this.#at, this.#at + LONGEST)) ?? [""])[0];
    this.#at += found.length;
    if (found[0] === "$") return decodeURIComponent(found.slice(1));
    const value = scalar(found);
    if (value === "") throw new Error("nothing");
    return typeof value === "string" ? decodeURIComponent(value) : value;
  }

  /** @template T @param {() => T} item @param {string | undefined} end */
  list(item, end) {
    const items = /** @type {T[]} */ ([]);
    if (this.#next(end)) return items;
    do items.push(item());
    while (this.#next(","));
    this.#expect(end);
    return items;
  }

  /** @returns {[string, unknown]} */
  #entry() {
    const name = String(this.#token());
    this.#expect(":");
    return [name, this.one()];
  }

  /** @returns {any} */
  one() {
    if (this.#next("@")) {
      this.#expect("(");
      return this.list(() => this.one(), ")");
    }
    if (!this.#next("(")) return this.#token();
    const value = Object.fromEntries(this.list(() => this.#entry(), ")"));
    return typeof value.strokes === "string" ? unpackLetter(value) : value;
  }
}

/**
 * The distance of a point from the line between two others.
 * @param {Point} point
 * @param {Point} from
 * @param {Point} to
 */
export function away([x, y], [fromX, fromY], [toX, toY]) {
  const wide = toX - fromX, high = toY - fromY, square = wide * wide + high * high;
  const share = square ? Math.min(1, Math.max(0, ((x - fromX) * wide + (y - fromY) * high) / square)) : 0;
  return Math.hypot(x - fromX - share * wide, y - fromY - share * high);
}

/**
 * Leaves out the points that lie on the way between others (Ramer 1972, Douglas and Peucker 1973). The tolerance, in
 * shares of the box, is a twentieth of a pixel of the image that the model sees.
 * @param {Stroke} stroke
 * @returns {Stroke}
 */
export function thin(stroke) {
  const last = stroke[stroke.length - 1];
  let farthest = 0, most = TOLERANCE;
  for (let n = 1; n < stroke.length - 1; n++) {
    const distance = away(stroke[n], stroke[0], last);
    if (distance > most) [farthest, most] = [n, distance];
  }
  if (!farthest) return stroke.length > 2 ? [stroke[0], last] : stroke;
  return [...thin(stroke.slice(0, farthest + 1)), ...thin(stroke.slice(farthest)).slice(1)];
}

/** The items of a list of several stand bare, so that an address can say lock=task,model. @param {unknown} value */
export function write(value) {
  return Array.isArray(value) && value.length > 1 ? value.map(packed).join(",") : packed(value);
}

/** Throws what need not be looked at if the text was not written so. @param {string} text @returns {any} */
export function read(text) {
  const reader = new Reader(text), found = reader.list(() => reader.one(), undefined);
  return found.length === 1 ? found[0] : found;
}
