// Any JSON value as short text that an address can hold, and back. Strokes are written as the ways between their points.

import { MOST_STROKES, MOST_POINTS } from "./ink.js";

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const PLAIN = { label: null, background: "black", thickness: 1, ink: "#ffffff" };
const TOLERANCE = 0.002;
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

// One character for five bits, the lowest first; the sixth says that more follow. The sign is the lowest bit of all.
function digits(number) {
  let rest = number < 0 ? -2 * number - 1 : 2 * number, text = "";
  for (; rest > 31; rest = Math.floor(rest / 32)) text += DIGITS[32 + (rest % 32)];
  return text + DIGITS[rest];
}

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

function packStroke(stroke) {
  let before = [0, 0], text = "";
  for (const point of stroke.map((place) => place.map((share) => Math.round(share * 1000)))) {
    text += digits(point[0] - before[0]) + digits(point[1] - before[1]);
    before = point;
  }
  return text;
}

function unpackStroke(text) {
  const ways = [...numbers(text)], stroke = [];
  if (!ways.length || ways.length % 2) throw new Error("no stroke");
  for (let n = 0, x = 0, y = 0; n < ways.length; n += 2) {
    [x, y] = [x + ways[n], y + ways[n + 1]];
    stroke.push([x / 1000, y / 1000]);
  }
  return stroke;
}

// A letter's strokes become one word, and what is usual of it goes without saying.
function packLetter(letter) {
  const told = Object.entries(letter).filter(([name, value]) => !(name in PLAIN) || value !== PLAIN[name]);
  return Object.fromEntries(told.map(([name, value]) => [name, name === "strokes" ? value.map(packStroke).join(".") : value]));
}

function unpackLetter({ strokes, ...told }) {
  const whole = { strokes: strokes.split(".").map(unpackStroke), ...PLAIN, ...told };
  if (!isLetter(whole)) throw new Error("no letter");
  return whole;
}

export function isLetter({ strokes, label, background, thickness, ink, turn = 0, blur = 0, noise = 0 }) {
  const points = Array.isArray(strokes) ? strokes.reduce((sum, stroke) => sum + (stroke?.length || Infinity), 0) : Infinity;
  return points > 0 && points <= MOST_POINTS && strokes.length <= MOST_STROKES && strokes.flat(2).every(Number.isFinite) &&
    (label === null || /^[a-z0-9]$/i.test(label)) && ["black", "white"].includes(background) &&
    [thickness, turn, blur, noise].every(Number.isFinite) && /^#[0-9a-f]{6}$/.test(ink ?? PLAIN.ink);
}

// Words stand for themselves unless they could be taken for something else; then a $ goes before them.
function word(text) {
  const safe = encodeURIComponent(text.replace(/\p{Surrogate}/gu, "")).replace(/[!'()*]/g, (sign) => "%" + sign.charCodeAt(0).toString(16));
  return safe === "" || scalar(safe) !== safe ? "$" + safe : safe;
}

function scalar(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function packed(value) {
  if (typeof value === "string") return word(value);
  if (Array.isArray(value)) return `@(${value.map(packed).join(",")})`;
  if (!isObject(value)) return JSON.stringify(value);
  const shown = Array.isArray(value.strokes) ? packLetter(value) : value;
  return `(${Object.entries(shown).map(([name, each]) => `${word(name)}:${packed(each)}`).join(",")})`;
}

function reader(text) {
  let at = 0;
  const next = (sign) => text[at] === sign && ++at > 0;

  function expect(sign) {
    if (!next(sign)) throw new Error(`no ${sign}`);
  }

  function token() {
    const found = /^[^(),:@]*/.exec(text.slice(at, at + 100_000))[0];
    at += found.length;
    return found[0] === "$" ? decodeURIComponent(found.slice(1)) : known(scalar(found));
  }

  function known(value) {
    if (value === "") throw new Error("nothing");
    return typeof value === "string" ? decodeURIComponent(value) : value;
  }

  function list(item, end) {
    const items = [];
    if (next(end)) return items;
    do items.push(item());
    while (next(","));
    expect(end);
    return items;
  }

  function entry() {
    const name = String(token());
    expect(":");
    return [name, one()];
  }

  function one() {
    if (next("@")) return expect("("), list(one, ")");
    if (!next("(")) return token();
    const value = Object.fromEntries(list(entry, ")"));
    return typeof value.strokes === "string" ? unpackLetter(value) : value;
  }

  return () => list(one, undefined);
}

// The distance of a point from the line between two others.
function away([x, y], [fromX, fromY], [toX, toY]) {
  const wide = toX - fromX, high = toY - fromY, square = wide * wide + high * high;
  const share = square ? Math.min(1, Math.max(0, ((x - fromX) * wide + (y - fromY) * high) / square)) : 0;
  return Math.hypot(x - fromX - share * wide, y - fromY - share * high);
}

// Leaves out the points that lie on the way between others (Ramer 1972, Douglas and Peucker 1973). The tolerance, in
// shares of the box, is a twentieth of a pixel of the image that the model sees.
export function thin(stroke) {
  let farthest = 0, most = TOLERANCE;
  for (let n = 1; n < stroke.length - 1; n++) {
    const distance = away(stroke[n], stroke[0], stroke.at(-1));
    if (distance > most) [farthest, most] = [n, distance];
  }
  if (!farthest) return stroke.length > 2 ? [stroke[0], stroke.at(-1)] : stroke;
  return [...thin(stroke.slice(0, farthest + 1)), ...thin(stroke.slice(farthest)).slice(1)];
}

// The items of a list of several stand bare, so that an address can say lock=task,model.
export function write(value) {
  return Array.isArray(value) && value.length > 1 ? value.map(packed).join(",") : packed(value);
}

// Throws what need not be looked at if the text was not written so.
export function read(text) {
  const found = reader(text)();
  return found.length === 1 ? found[0] : found;
}
