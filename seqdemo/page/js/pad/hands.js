// @ts-check
// Which of the fingers, pens and mice that are down draw: a palm gives way to a pen, and two fingers in one box zoom.

/** @typedef {{ id: number, type: string, at: number, draws: boolean }} Hand one that is down, and in which box */

const PALM = 500; // milliseconds after a pen was near in which a touch is taken for the hand that holds it
const ERASER = 32, SIDE_BUTTON = 2; // of a pen, in the bits of `buttons`

/** @param {{ pointerType: string, buttons: number }} event */
export function erases({ pointerType, buttons }) {
  return pointerType === "pen" && (buttons & (ERASER | SIDE_BUTTON)) > 0;
}

export class Hands {
  /** @type {Map<number, Hand>} */ #down = new Map();
  #penWasNear = -Infinity;

  get drawing() {
    return [...this.#down.values()].some((hand) => hand.draws);
  }

  /** A pen that hovers is near too. @param {number} now in milliseconds */
  near(now) {
    this.#penWasNear = now;
  }

  /**
   * Another one comes down: whether it draws, and which of the others draw no longer.
   * @param {number} id
   * @param {string} type as of a PointerEvent
   * @param {number} at
   * @param {number} now
   */
  down(id, type, at, now) {
    if (type === "pen") this.near(now);
    const others = [...this.#down.values()], beside = others.filter((hand) => hand.at === at);
    const palm = type === "touch" && now - this.#penWasNear < PALM;
    const dropped = type === "pen" ? others.filter((hand) => hand.type === "touch") : type === "touch" ? beside.filter((hand) => hand.type === "touch") : [];
    const draws = !palm && !beside.some((hand) => !dropped.includes(hand)) && !(type === "touch" && dropped.length);
    this.#down.set(id, { id, type, at, draws });
    const ended = dropped.filter((hand) => hand.draws).map((hand) => hand.id);
    for (const hand of dropped) hand.draws = false;
    return { draws, ended };
  }

  /** @param {number} id */
  up(id) {
    this.#down.delete(id);
  }

  /** Whether the fingers that are down may zoom the page: only where they are all in one box. */
  get zooms() {
    const places = new Set([...this.#down.values()].map((hand) => hand.at));
    return this.#down.size > 1 && places.size === 1;
  }
}
