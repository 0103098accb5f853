// @ts-check
// Letters that a phone has written and the class does not have yet. They outlast a reload and a lost line, and belong to one
// place in one room.

/** @typedef {import("../../js/ink.js").Stroke} Stroke */
/** @typedef {{ place: string, letter: string, strokes: Stroke[], waiting: Record<string, Stroke[]> }} Kept */

export const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** @param {string} place @returns {Kept} */
const nothing = (place) => ({ place, letter: "A", strokes: [], waiting: {} });

export class Drafts {
  /** @type {Kept} */ #kept = nothing("");
  #written = "";
  #write;

  /**
   * @param {() => string | null} read what the browser keeps
   * @param {(text: string) => void} write
   */
  constructor(read, write) {
    this.#write = write;
    try {
      this.#kept = { ...this.#kept, ...JSON.parse(read() ?? "{}") };
    } catch {
      this.#kept = nothing("");
    }
  }

  /** What the class has, and of which place; what was written for another place goes. @param {string} place @param {string} written */
  at(place, written) {
    const came = this.#kept.place !== place;
    this.#written = written;
    if (came) this.#kept = nothing(place);
    if (came) this.choose(this.#after(LETTERS[LETTERS.length - 1]));
  }

  get letter() {
    return this.#kept.letter;
  }

  /** Of the letter that is being written. */
  get strokes() {
    return this.#kept.strokes;
  }

  /** Letters that are finished and not sent. */
  get waiting() {
    return Object.keys(this.#kept.waiting).sort();
  }

  /** @param {string} letter */
  has(letter) {
    return this.#written.includes(letter) || letter in this.#kept.waiting;
  }

  get isFull() {
    return [...LETTERS].every((letter) => this.has(letter));
  }

  /** @param {Stroke[]} strokes */
  draw(strokes) {
    this.#keep({ strokes });
  }

  /** What has been drawn is finished; then comes another letter. @param {string} letter */
  choose(letter) {
    const { waiting, letter: before, strokes } = this.#kept;
    this.#keep({ letter, strokes: [], waiting: strokes.length ? { ...waiting, [before]: strokes } : waiting });
  }

  /** The next one that is missing. */
  next() {
    const { letter, strokes } = this.#kept;
    if (strokes.length) this.choose(letter);
    this.choose(this.#after(letter));
  }

  /** The first that waits, as the server takes it. */
  first() {
    const label = this.waiting[0];
    return label ? { label, strokes: this.#kept.waiting[label] } : null;
  }

  /** The class has it, unless it was written anew meanwhile. @param {{ label: string, strokes: Stroke[] }} letter */
  sent({ label, strokes }) {
    const { [label]: now, ...waiting } = this.#kept.waiting;
    if (now === strokes) this.#keep({ waiting });
  }

  /** @param {string} letter */
  #after(letter) {
    const from = LETTERS.indexOf(letter) + 1, order = [...LETTERS.slice(from), ...LETTERS.slice(0, from)];
    return order.find((each) => !this.has(each)) ?? letter;
  }

  /** @param {Partial<Kept>} changed */
  #keep(changed) {
    this.#kept = { ...this.#kept, ...changed };
    this.#write(JSON.stringify(this.#kept));
  }
}
