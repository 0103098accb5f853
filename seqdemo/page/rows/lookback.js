// @ts-check
// How far back every reader of rows remembers. It takes the server longer than an answer, so it is asked for when the chart
// is in sight; until then the chart shows the model that answered.

import { maybe } from "../js/dom.js";
import { repaint } from "../js/repaint.js";

const NEAR = "200px"; // so far below the window it is asked for already

export class LookBack {
  #root;
  #ask;
  #watch = new IntersectionObserver((seen) => this.#seen(seen.some((each) => each.isIntersecting)), { rootMargin: NEAR });
  /** The line that came with the last answer, until those of all models are asked for. @type {HTMLElement | null} */
  #own = null;
  #answers = 0;

  /**
   * @param {HTMLElement} root
   * @param {() => Promise<any>} ask for the lines of all models
   */
  constructor(root, ask) {
    this.#root = root;
    this.#ask = ask;
  }

  // Lines of all models that a script has put there outlive an answer: they stay in sight until there are new ones.
  #before = () => maybe(this.#root, "#panel-recall .lookback[data-added]");

  painted = () => {
    this.#answers++;
    this.#watch.disconnect();
    const panel = maybe(this.#root, "#panel-recall");
    this.#own = panel && maybe(panel, ".lookback:not([data-added])");
    if (panel) this.#watch.observe(panel);
  };

  /** @param {boolean} inSight */
  #seen = async (inSight) => {
    const own = this.#own, answer = this.#answers;
    if (!own) return;
    if (!inSight) return this.#before()?.remove();
    this.#own = null;
    own.hidden = this.#before() !== null;
    const reply = await this.#ask().catch(() => null);
    if (answer !== this.#answers) return;
    this.#before()?.remove();
    own.hidden = false;
    if (reply?.html) repaint(own, reply.html);
    own.toggleAttribute("data-added", Boolean(reply?.html));
  };
}
