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

/**
 * @param {HTMLElement} root
 * @param {(variant: string | null) => void} light called with whose line is pointed at
 */
export function makeCharts(root, light) {
  /** @type {{ plot: HTMLElement, line: Line, at: number } | null} */
  let shown = null;
  let pointed = false;

  /** @param {HTMLElement} plot @param {Line} line @param {number} at */
  function show(plot, line, at) {
    if (shown?.plot !== plot) hide();
    shown?.line.element.querySelector(".here")?.remove();
    shown = { plot, line, at };
    pointed = false;
    light(line.element.dataset.variant ?? null);
    tell(plot, line, at);
  }

  function hide() {
    if (!shown) return;
    one(shown.plot, ".told").hidden = true;
    shown.line.element.querySelector(".here")?.remove();
    shown = null;
    pointed = false;
    light(null);
  }

  /** @param {HTMLElement} plot @param {Line} line @param {number} at */
  function tell(plot, { element, points }, at) {
    const told = one(plot, ".told"), area = /** @type {HTMLElement} */ (told.parentNode), [x, y] = points[at];
    told.hidden = false;
    told.textContent = `${element.dataset.title} · ${json(element, "told")[at]}`;
    const left = Math.max(0, Math.min(area.clientWidth - told.offsetWidth, x * area.clientWidth - told.offsetWidth / 2));
    const above = y * area.clientHeight - told.offsetHeight - GAP;
    told.style.transform = `translate(${left}px, ${above < -2 * GAP ? y * area.clientHeight + 12 : above}px)`;
    element.append(svg("path", { class: "here", d: `M${x * SIZE} ${y * SIZE}h.01` }));
  }

  /** @param {PointerEvent} event */
  function point(event) {
    const over = hit(event, ".plot");
    if (!over) return;
    const box = one(over, "svg").getBoundingClientRect();
    const best = nearestPoint(linesOf(over), { x: event.clientX - box.left, y: event.clientY - box.top }, box);
    if (!best) return leave();
    if (best.line.element !== shown?.line.element || best.n !== shown.at) show(over, best.line, best.n);
    pointed = true;
  }

  // A pointer that rests elsewhere must not take away what the keys have found.
  function leave() {
    if (pointed) hide();
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    const plot = fieldOf(event, ".plot"), move = MOVES.get(event.key);
    if (!plot) return;
    if (event.key === "Escape") return hide();
    if (!move) return;
    event.preventDefault();
    const lines = linesOf(plot), line = shown?.plot === plot ? lines.find((each) => each.element === shown?.line.element) : null;
    if (!lines.length) return;
    if (!shown || !line) return show(plot, lines.find((each) => each.element.matches(".picked")) ?? lines[0], 0);
    step(lines, line, move);
  }

  /** @param {Line[]} lines @param {Line} line @param {[number, number]} move */
  function step(lines, line, [right, down]) {
    if (!shown) return;
    const [x] = line.points[shown.at], next = down ? neighbour(lines, line, x, down) : line;
    const at = down ? nearestTo(next, x) : shown.at;
    show(shown.plot, next, within(at + right, 0, next.points.length - 1));
  }

  root.addEventListener("pointermove", point);
  root.addEventListener("pointerdown", point);
  root.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && leave());
  root.addEventListener("pointerover", (event) => !hit(event, ".plot") && leave());
  root.addEventListener("focusout", (event) => fieldOf(event, ".plot") && hide());
  root.addEventListener("keydown", key);
}
