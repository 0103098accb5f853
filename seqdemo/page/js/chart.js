// @ts-check
// Points at the nearest line of a chart, with mouse, finger or arrow keys, and says what it is there.

import { all, fieldOf, hit, json, one, svg, within } from "./dom.js";

/** @typedef {{ element: HTMLElement, points: [number, number][] }} Line with its points in shares of the drawing */

const NEAR = 44, GAP = 10, SIZE = 1000;
/** @type {Map<string, [number, number]>} */
const MOVES = new Map([["ArrowLeft", [-1, 0]], ["ArrowRight", [1, 0]], ["ArrowUp", [0, -1]], ["ArrowDown", [0, 1]]]);

/**
 * Which point of all lines is nearest to a place, and no farther than NEAR pixels.
 * @param {Line[]} lines
 * @param {{ x: number, y: number }} place in pixels of the drawing
 * @param {{ width: number, height: number }} size of the drawing in pixels
 */
export function nearestPoint(lines, { x, y }, { width, height }) {
  let best = null, least = NEAR;
  for (const line of lines) {
    for (const [n, [across, down]] of line.points.entries()) {
      const distance = Math.hypot(x - across * width, y - down * height);
      if (distance < least) [best, least] = [{ line, n }, distance];
    }
  }
  return best;
}

/** The place of the point that is nearest to x. @param {Line} line @param {number} x */
export function nearestTo(line, x) {
  const far = line.points.map(([other]) => Math.abs(other - x));
  return far.indexOf(Math.min(...far));
}

/**
 * Up and down go to the neighbour at this place, not to the next in the menu.
 * @param {Line[]} lines
 * @param {Line} line
 * @param {number} x
 * @param {number} down
 */
export function neighbour(lines, line, x, down) {
  /** @param {Line} each */
  const height = (each) => each.points[nearestTo(each, x)][1];
  const order = [...lines].sort((a, b) => height(a) - height(b));
  return order[within(order.indexOf(line) + down, 0, order.length - 1)];
}

/** The lines of a plot that show. @param {HTMLElement} plot @returns {Line[]} */
function linesOf(plot) {
  const shown = all(plot, "g.course").filter((part) => getComputedStyle(part).display !== "none");
  return shown.map((element) => ({ element, points: json(element, "points") }));
}

export class Charts {
  #root;
  #light;
  /** @type {{ plot: HTMLElement, line: Line, at: number } | null} */
  #shown = null;
  #pointed = false;

  /**
   * @param {HTMLElement} root
   * @param {(variant: string | null) => void} light called with whose line is pointed at
   */
  constructor(root, light) {
    this.#root = root;
    this.#light = light;
    this.#root.addEventListener("pointermove", this.#point);
    this.#root.addEventListener("pointerdown", this.#point);
    this.#root.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && this.#leave());
    this.#root.addEventListener("pointerover", (event) => !hit(event, ".plot") && this.#leave());
    this.#root.addEventListener("focusout", (event) => fieldOf(event, ".plot") && this.#hide());
    this.#root.addEventListener("keydown", this.#key);
  }

  /** @param {HTMLElement} plot @param {Line} line @param {number} at */
  #show = (plot, line, at) => {
    if (this.#shown?.plot !== plot) this.#hide();
    this.#shown?.line.element.querySelector(".here")?.remove();
    this.#shown = { plot, line, at };
    this.#pointed = false;
    this.#light(line.element.dataset.variant ?? null);
    this.#tell(plot, line, at);
  };

  #hide = () => {
    if (!this.#shown) return;
    one(this.#shown.plot, ".told").hidden = true;
    this.#shown.line.element.querySelector(".here")?.remove();
    this.#shown = null;
    this.#pointed = false;
    this.#light(null);
  };

  /** @param {HTMLElement} plot @param {Line} line @param {number} at */
  #tell = (plot, { element, points }, at) => {
    const told = one(plot, ".told"), area = /** @type {HTMLElement} */ (told.parentNode), [x, y] = points[at];
    told.hidden = false;
    told.textContent = `${element.dataset.title} · ${json(element, "told")[at]}`;
    const left = Math.max(0, Math.min(area.clientWidth - told.offsetWidth, x * area.clientWidth - told.offsetWidth / 2));
    const above = y * area.clientHeight - told.offsetHeight - GAP;
    told.style.transform = `translate(${left}px, ${above < -2 * GAP ? y * area.clientHeight + 12 : above}px)`;
    element.append(svg("path", { class: "here", d: `M${x * SIZE} ${y * SIZE}h.01` }));
  };

  /** @param {PointerEvent} event */
  #point = (event) => {
    const over = hit(event, ".plot");
    if (!over) return;
    const box = one(over, "svg").getBoundingClientRect();
    const best = nearestPoint(linesOf(over), { x: event.clientX - box.left, y: event.clientY - box.top }, box);
    if (!best) return this.#leave();
    if (best.line.element !== this.#shown?.line.element || best.n !== this.#shown.at) this.#show(over, best.line, best.n);
    this.#pointed = true;
  };

  // A pointer that rests elsewhere must not take away what the keys have found.
  #leave = () => {
    if (this.#pointed) this.#hide();
  };

  /** @param {KeyboardEvent} event */
  #key = (event) => {
    const plot = fieldOf(event, ".plot"), move = MOVES.get(event.key);
    if (!plot) return;
    if (event.key === "Escape") return this.#hide();
    if (!move) return;
    event.preventDefault();
    const lines = linesOf(plot), line = this.#shown?.plot === plot ? lines.find((each) => each.element === this.#shown?.line.element) : null;
    if (!lines.length) return;
    if (!this.#shown || !line) return this.#show(plot, lines.find((each) => each.element.matches(".picked")) ?? lines[0], 0);
    this.#step(lines, line, move);
  };

  /** @param {Line[]} lines @param {Line} line @param {[number, number]} move */
  #step = (lines, line, [right, down]) => {
    if (!this.#shown) return;
    const [x] = line.points[this.#shown.at], next = down ? neighbour(lines, line, x, down) : line;
    const at = down ? nearestTo(next, x) : this.#shown.at;
    this.#show(this.#shown.plot, next, within(at + right, 0, next.points.length - 1));
  };
}
