// @ts-check
// What the pad holds: a row of boxes, what it was before it was altered, and the way back. It knows nothing of the page.

import { MOST_BOXES, USUAL } from "../contract.js";
import { History } from "./history.js";

/** @typedef {import("../ink.js").Letter} Letter */
/** @typedef {Letter | null} Box */
/** @typedef {"turn" | "thickness" | "blur" | "noise" | "background"} Quality */
/** @typedef {"filled" | "wrote" | "altered" | "named"} Kind */
/** @typedef {{ boxes: Box[], order: number[] }} Kept */
/** @typedef {{ boxes: Box[], kept: Kept | null, kind: Kind }} Past */
/** @typedef {{ order?: number[], letters?: Record<string, Record<string, unknown>> }} Changes */
/** @typedef {{ papers: string[], fewest: number, most: number, digits: boolean }} Offer */

const QUALITIES = /** @type {Quality[]} */ (Object.keys(USUAL));

/** @param {string} paper @returns {Letter} */
export function blank(paper = "black") {
  return { strokes: [], label: null, background: paper, thickness: 1 };
}

/** @param {Box} box @returns {box is Letter} */
export function isFilled(box) {
  return box !== null && box.strokes.length > 0;
}

/** Whether the server was asked for its letter, which has not come yet. @param {Box} box */
export function isWaiting(box) {
  return box?.waiting !== undefined;
}

/** A box without its letter: white paper stays. @param {Box} box @returns {Box} */
function emptied(box) {
  return box?.background === "white" ? blank("white") : null;
}

/** A box whose letter has come, with what was drawn onto it meanwhile. @param {Letter} box @param {Letter | null} letter @returns {Box} */
function arrived(box, letter) {
  const own = { ...box };
  delete own.waiting;
  if (letter) return { ...letter, ...own, strokes: [...letter.strokes, ...own.strokes] };
  return own.strokes.length ? own : emptied(own);
}

/** @param {Box} box @param {Quality} name @returns {string | number} */
export function quality(box, name) {
  return box?.[name] ?? USUAL[name];
}

export class PadModel {
  /** @type {Box[]} */ boxes = Array(5).fill(null);
  /** @type {Offer} */ offer = { papers: ["black"], fewest: 1, most: MOST_BOXES, digits: false };
  /** Before the first slider or swap, with where each box stood; null where nothing has been altered since.
   *  @type {Kept | null} */
  #kept = null;
  /** Letters as they were before a task that takes digits was chosen. @type {Box[]} */ #letters = [];
  /** How often anything was changed by hand, so that what was asked for before can be told. */ revision = 0;
  #history = new History();
  #expected = 0;
  /** @type {string | null} */ #sliding = null;
  #notify;

  /** @param {(kind: Kind, slides: boolean) => void} notify called after each change, with what kind of change it was */
  constructor(notify) {
    this.#notify = notify;
  }

  /** Boxes beyond those that a task takes are kept for the next one. */
  get shown() {
    return this.boxes.slice(0, this.offer.most);
  }

  get hasPast() {
    return this.#history.hasPast;
  }

  get hasFuture() {
    return this.#history.hasFuture;
  }

  /** Whether a letter is still to come. */
  get isWaiting() {
    return this.shown.some(isWaiting);
  }

  get #straight() {
    return this.boxes.map((_, n) => n);
  }

  /** @param {string} sign */
  takes(sign) {
    return (this.offer.digits ? /^[a-z0-9]$/i : /^[a-z]$/i).test(sign);
  }

  /** @param {number} at @param {Quality} name */
  quality(at, name) {
    return quality(this.boxes[at], name);
  }

  /** @param {number} at */
  isAltered(at) {
    return this.#kept !== null && (this.#kept.order[at] !== at || QUALITIES.some((name) => this.#differs(at, name)));
  }

  /** @param {number} at @param {Quality} name */
  #differs(at, name) {
    return this.#kept !== null && this.quality(at, name) !== quality(this.#kept.boxes[this.#kept.order[at]], name);
  }

  /** @param {Kind} kind */
  #remember(kind) {
    this.#history.remember({ boxes: this.boxes, kept: this.#kept, kind });
    this.#sliding = null;
    this.revision++;
  }

  /** Other letters. @param {Box[]} next @param {Kind} kind */
  change(next, kind = "wrote") {
    this.#remember(kind);
    [this.boxes, this.#kept] = [next, null];
    this.#notify(kind, false);
  }

  /**
   * The same letters, altered. What was there before is kept to compare with; a slider that goes on moving is one change.
   * @param {Box[]} next
   * @param {number[]} order where each box stood
   * @param {string | null} slide which slider moves
   */
  #alter(next, order = this.#kept?.order ?? this.#straight, slide = null) {
    if (!slide || slide !== this.#sliding) this.#remember("altered");
    this.#kept = { boxes: this.#kept?.boxes ?? this.boxes, order };
    [this.boxes, this.#sliding] = [next, slide];
    if (!this.boxes.some((_, at) => this.isAltered(at))) this.#kept = null;
    this.#notify("altered", slide !== null);
  }

  /** What a letter was meant to be. @param {number} at @param {string | null} label */
  name(at, label) {
    /** @param {Box[]} boxes @param {number} place */
    const named = (boxes, place) => boxes.map((box, n) => (n === place && box ? { ...box, label } : box));
    this.#remember("named");
    if (this.#kept) this.#kept = { ...this.#kept, boxes: named(this.#kept.boxes, this.#kept.order[at]) };
    this.boxes = named(this.boxes, at);
    this.#notify("named", false);
  }

  /** @param {number} at @param {Box} box */
  put(at, box) {
    this.change(this.boxes.map((old, n) => (n === at ? box : old)));
  }

  /** An empty box keeps white paper. @param {number} at */
  clear(at) {
    this.put(at, emptied(this.boxes[at]));
  }

  /** @param {number} at */
  turnPaper(at) {
    const box = this.boxes[at] ?? blank();
    this.put(at, { ...box, background: box.background === "white" ? "black" : "white" });
  }

  /**
   * A letter that the server is asked to write: until it comes, its box waits for it. It takes the paper and the ink of
   * its box. Gives the number under which it comes.
   * @param {string} label @param {number} at
   */
  expect(label, at) {
    const { background, ink } = this.boxes[at] ?? blank(), waiting = ++this.#expected;
    this.put(at, { ...blank(background), label, waiting, ...(ink !== undefined && { ink }) });
    return waiting;
  }

  /** The letter, or null if it is not to be had, as if it had come at once. @param {number} waiting @param {Letter | null} letter */
  arrive(waiting, letter) {
    /** @param {Box[]} boxes */
    const after = (boxes) => boxes.map((box) => (box?.waiting === waiting ? arrived(box, letter) : box));
    /** @template {{ boxes: Box[] }} T @param {T} each */
    const mended = (each) => ({ ...each, boxes: after(each.boxes) });
    const here = this.boxes.some((box) => box?.waiting === waiting);
    this.#history.mend((past) => ({ ...mended(past), kept: past.kept && mended(past.kept) }));
    [this.boxes, this.#kept] = [after(this.boxes), this.#kept && mended(this.#kept)];
    if (here) this.#notify("wrote", false);
  }

  /** @param {Box[]} letters */
  fill(letters) {
    this.change(this.#enough([...letters, ...this.boxes.slice(this.offer.most)]), "filled");
  }

  /** @param {Box[]} letters */
  #enough(letters) {
    return [...letters, ...Array(Math.max(0, this.offer.fewest - letters.length)).fill(null)];
  }

  clearAll() {
    this.change(this.boxes.map((box, at) => (at < this.offer.most ? null : box)));
  }

  fewer() {
    if (this.boxes.length > this.offer.fewest) this.change(this.boxes.slice(0, -1));
  }

  more() {
    if (this.boxes.length < this.offer.most) this.change([...this.boxes, null]);
  }

  undo() {
    this.#return(this.#history.undo({ boxes: this.boxes, kept: this.#kept }));
  }

  redo() {
    this.#return(this.#history.redo({ boxes: this.boxes, kept: this.#kept }));
  }

  /** @param {Past | undefined} to */
  #return(to) {
    if (!to) return;
    [this.boxes, this.#kept, this.#sliding] = [this.#taken(to.boxes), to.kept, null];
    this.revision++;
    this.#notify(to.kind, false);
  }

  forget() {
    this.#history.forget();
  }

  /** @param {number} one @param {number} other */
  swap(one, other) {
    /** @template T @param {T[]} list */
    const swapped = (list) => list.map((each, at) => (at === one ? list[other] : at === other ? list[one] : each));
    this.#alter(swapped(this.boxes), swapped(this.#kept?.order ?? this.#straight));
  }

  /** @param {number} at @param {string} name @param {string | number} value @param {boolean} slides */
  tune(at, name, value, slides = false) {
    this.#alter(this.#with(at, { [name]: value }), undefined, slides ? `${at} ${name}` : null);
  }

  /** One quality of a letter as it was, or all of them. @param {number} at @param {Quality[]} names */
  retune(at, ...names) {
    if (!this.#kept) return;
    const was = this.#kept.boxes[this.#kept.order[at]], back = names.length ? names : QUALITIES;
    this.#alter(this.#with(at, Object.fromEntries(back.map((name) => [name, quality(was, name)]))));
  }

  /** @param {number} at @param {Record<string, unknown>} values @returns {Box[]} */
  #with(at, values) {
    return this.boxes.map((box, n) => (n === at && box ? /** @type {Letter} */ ({ ...box, ...values }) : box));
  }

  /** Everyone back in place. */
  sort() {
    const order = this.#kept?.order ?? this.#straight;
    this.#alter(this.#straight.map((n) => this.boxes[order.indexOf(n)]), this.#straight);
  }

  /** Everything as it was. */
  restore() {
    if (this.#kept) this.#alter(this.#kept.boxes, this.#straight);
    else this.#notify("altered", false);
  }

  /** From now on this is how it was; whether anything had been altered. */
  settle() {
    const was = this.#kept !== null;
    this.#kept = null;
    return was;
  }

  /** @param {Box[]} row @returns {Box[]} null for an empty box or one that waits, none after the last letter */
  #sent(row) {
    const letters = row.slice(0, this.offer.most).map((box) => (isFilled(box) && !isWaiting(box) ? box : null));
    return letters.slice(0, letters.findLastIndex((box) => box !== null) + 1);
  }

  /** What the server reads. */
  letters() {
    return this.#sent(this.boxes);
  }

  unaltered() {
    return this.#sent(this.#kept?.boxes ?? this.boxes);
  }

  /** The letters before they were altered, where that makes a difference. */
  original() {
    const kept = this.#kept;
    return kept && this.#sent(this.boxes).map((_, at) => (this.isAltered(at) ? kept.boxes[at] : null));
  }

  /** What was altered, as the address holds it. @returns {Changes | null} */
  changes() {
    if (!this.#kept) return null;
    const { order } = this.#kept;
    const tuned = this.boxes.map((_, at) => /** @type {const} */ ([String(at), this.#tuned(at)]));
    const letters = Object.fromEntries(tuned.filter(([, values]) => Object.keys(values).length));
    return { ...(order.some((from, at) => from !== at) && { order }), letters };
  }

  /** @param {number} at */
  #tuned(at) {
    const names = QUALITIES.filter((name) => this.#differs(at, name));
    return Object.fromEntries(names.map((name) => [name, this.boxes[at]?.[name]]));
  }

  /** Alters the letters as `changes` told; false if that does not fit to them. @param {Changes} told */
  apply({ order = [], letters = {} }) {
    if (this.#kept) [this.boxes, this.#kept] = [this.#kept.boxes, null];
    const fits = this.#fits(order, letters), from = this.#straight.map((n) => order[n] ?? n);
    if (!fits || !(order.length || Object.keys(letters).length)) return fits;
    /** @param {Box} box @param {number} at */
    const altered = (box, at) => box && /** @type {Letter} */ ({ ...box, ...letters[at] });
    this.#alter(from.map((n, at) => altered(this.boxes[n], at)), from);
    return true;
  }

  /** @param {number[]} order @param {Record<string, Record<string, unknown>>} letters */
  #fits(order, letters) {
    /** @param {[string, unknown]} entry */
    const known = ([name, value]) => Object.hasOwn(USUAL, name) && typeof value === typeof USUAL[/** @type {Quality} */ (name)];
    /** @param {string} at */
    const there = (at) => isFilled(this.boxes[order[Number(at)] ?? Number(at)] ?? null);
    return order.length <= this.boxes.length && order.every((_, n) => order.includes(n)) &&
      Object.entries(letters).every(([at, values]) => there(at) && Object.entries(values).every(known));
  }

  /** How many boxes stand there, where these are more than the letters need. */
  spare() {
    const needed = Math.max(this.offer.fewest, this.letters().length);
    return this.shown.length > needed ? this.shown.length : null;
  }

  /** @param {number} count */
  resize(count) {
    const missing = Math.min(count, this.offer.most) - this.boxes.length;
    if (missing > 0) this.boxes = [...this.boxes, ...Array(missing).fill(null)];
  }

  /** What the task takes. Digits stay behind: what stood in their place comes back with the tasks that take none.
   *  @param {Offer} offer */
  configure(offer) {
    if (offer.digits && !this.offer.digits) this.#letters = this.boxes;
    this.offer = offer;
    this.boxes = this.#enough(this.#taken(this.boxes));
  }

  /** @param {Box[]} boxes */
  #taken(boxes) {
    return boxes.map((box, at) => (!this.offer.digits && /[0-9]/.test(box?.label ?? "") ? (this.#letters[at] ?? null) : box));
  }
}
