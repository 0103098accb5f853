// @ts-check
// The workshop: sends recipes, watches runs, and lets the pad be answered by a run as it was at any of its moments.

import { all, aria, fieldOf, heard, hit, input, inputs, maybe, one } from "../js/dom.js";
import { repaint } from "../js/repaint.js";
import { store, stored } from "../js/state.js";

/** @typedef {{ letters: unknown[], lang: string, offline: string }} Now */
/** @typedef {{ error?: string, same?: boolean, html?: string, task?: string, recipe?: string, run?: string, state?: string, mark?: string, over?: boolean, moments?: number[], line?: string, outcome?: string }} Told */

const PACE = 500; // milliseconds between two looks at a run
const VISITOR = "seqdemo.visitor";
/** Which orders make sense in which state. @type {Record<string, string[]>} */
const OPEN = { waiting: ["stop"], starting: ["stop"], running: ["pause", "stop"], paused: ["go", "step", "stop"] };

/** A name for this browser, by which its runs are found again. It says nothing of whoever uses it. */
function visitor() {
  const known = stored(VISITOR);
  if (known) return known;
  const made = `v${[0, 1].map(() => Math.random().toString(36).slice(2)).join("")}`.padEnd(8, "0");
  store(VISITOR, made);
  return stored(VISITOR) ?? made;
}

export class Workshop {
  #root;
  #state;
  #server;
  #page;
  #visitor = visitor();
  #here = false;
  /** What is known of the run that is looked at. @type {Told} */
  #told = {};
  /** The recipe of the bench. @type {string | null} */
  #recipe = null;
  /** Which moment answers; null: always the last. @type {number | null} */
  #moment = null;
  #answered = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {HTMLElement} root
   * @param {import("../js/state.js").State} state
   * @param {Record<string, (asked: object) => Promise<any>>} server
   * @param {object} page
   * @param {() => Now} page.now
   * @param {() => string | null} page.task
   * @param {(task: string) => void} page.visit brings letters of a task to the pad
   * @param {() => void} page.answer asks for the letters again
   */
  constructor(root, state, server, page) {
    this.#root = root;
    this.#state = state;
    this.#server = server;
    this.#page = page;
    root.addEventListener("click", (event) => {
      const pressed = hit(event, "#workshop button");
      if (pressed) this.#press(pressed);
    });
    root.addEventListener("input", (event) => {
      if (fieldOf(event, "#bench-time")) this.#choose(Number(input(root, "#bench-time").value));
    });
    heard(root, "painted", () => this.#answers());
  }

  #section = () => one(this.#root, "#workshop");
  #moments = () => this.#told.moments ?? [];
  #at = () => Math.min(this.#moment ?? Infinity, this.#moments().length - 1);

  /** The model that answers while the workshop is open and has one: a run at a moment. */
  model = () => (this.#here && this.#moments().length ? `run:${this.#told.run}@${this.#at()}` : null);

  /** The recipe stands in the address while the workshop is open. */
  keep = () => {
    this.#state.keep("recipe", () => (this.#here ? this.#recipe : null), (recipe) => {
      if (typeof recipe === "string" && this.#here) this.#open({ recipe });
      else if (typeof recipe === "string") this.#recipe = recipe;
    });
  };

  /** @param {boolean} here whether the workshop is what shows */
  look = (here) => {
    const came = here && !this.#here;
    this.#here = here;
    if (came) this.#open(this.#recipe ? { recipe: this.#recipe } : {});
    if (!here) clearTimeout(this.#timer);
  };

  /** @param {object} asked */
  #ask = (asked) => {
    const { lang } = this.#page.now();
    return { ...asked, visitor: this.#visitor, lang };
  };

  /** The bench for a task or a recipe. @param {{ learn?: string, recipe?: string }} asked */
  #open = async (asked) => {
    const reply = await this.#server.show_workshop(this.#ask(asked)).catch(() => null);
    if (!this.#here || !this.#heard(reply)) return;
    this.#recipe = reply.recipe;
    if (reply.task !== this.#page.task()) return this.#page.visit(reply.task); // which opens the workshop anew
    repaint(one(this.#section(), ".body"), reply.html);
    this.#told = {};
    this.#answered = "";
    this.#show(reply);
    this.#page.answer();
    this.#state.changed();
  };

  /** Says what went wrong; whether all is well. @param {Told | null} reply */
  #heard = (reply) => {
    one(this.#section(), ".trouble").textContent = reply ? (reply.error ?? "") : this.#page.now().offline;
    return reply !== null && !reply.error;
  };

  /** @param {HTMLElement} pressed */
  #press = (pressed) => {
    const { learn, order, dice, moment, run } = pressed.dataset;
    if (learn !== undefined) this.#open({ learn });
    else if (order !== undefined) this.#order(order);
    else if (dice !== undefined) input(this.#root, "#bench-seed").value = String(Math.floor(Math.random() * 100_000));
    else if (moment !== undefined) this.#choose(Number(moment));
    else if (run !== undefined) this.#open({ recipe: run });
  };

  /** What the bench says. */
  #chosen = () => {
    const knobs = inputs(this.#section(), "[data-knob]").map((field) => [field.dataset.knob, JSON.parse(field.value)]);
    return {
      task: one(this.#section(), "#bench-form").dataset.recipe, knobs: Object.fromEntries(knobs),
      seed: Number(input(this.#root, "#bench-seed").value),
    };
  };

  /** @param {string} order */
  #order = async (order) => {
    const asked = order === "start" ? { order, recipe: this.#chosen() } : { order, run: this.#told.run };
    const reply = await this.#server.train(this.#ask(asked)).catch(() => null);
    if (!this.#here || !this.#heard(reply)) return;
    if (order === "start") [this.#moment, this.#recipe] = [null, reply.run];
    this.#show(reply);
    this.#state.changed();
  };

  #watch = async () => {
    const { run, mark } = this.#told;
    const reply = await this.#server.watch_training(this.#ask({ run, mark })).catch(() => null);
    if (!this.#here || run !== this.#told.run) return;
    if (reply?.same) this.#again();
    else if (this.#heard(reply)) this.#show(reply);
    else if (reply === null) this.#again();
  };

  #again = () => {
    clearTimeout(this.#timer);
    if (this.#here && this.#told.run && !this.#told.over) this.#timer = setTimeout(this.#watch, PACE);
  };

  /** @param {Told} told */
  #show = (told) => {
    const before = this.model();
    this.#told = told;
    repaint(one(this.#section(), "#bench-outcome"), told.outcome ?? "");
    one(this.#section(), ".line").textContent = told.line ?? "";
    const open = ["start", ...(OPEN[told.state ?? ""] ?? [])];
    for (const each of inputs(this.#section(), "[data-order]")) each.disabled = !open.includes(each.dataset.order ?? "");
    this.#slider();
    if (this.model() !== before) this.#page.answer();
    this.#again();
  };

  #slider = () => {
    const slider = input(this.#root, "#bench-time"), last = this.#moments().length - 1;
    one(this.#section(), ".moments").hidden = last < 0;
    slider.max = String(Math.max(0, last));
    slider.value = String(Math.max(0, this.#at()));
    this.#mark();
  };

  #mark = () => {
    for (const each of all(this.#section(), "[data-moment]")) aria(each, "pressed", Number(each.dataset.moment) === this.#at());
  };

  /** @param {number} moment */
  #choose = (moment) => {
    this.#moment = moment === this.#moments().length - 1 ? null : moment;
    this.#slider();
    this.#page.answer();
  };

  /** The letters of the pad, answered at each moment; asked for only where something is new. */
  #answers = async () => {
    if (!this.#here || !this.#moments().length) return;
    const { letters } = this.#page.now(), asked = { run: this.#told.run, letters };
    const wanted = JSON.stringify([asked, this.#moments()]);
    if (wanted === this.#answered) return;
    this.#answered = wanted;
    const reply = await this.#server.answer_moments(this.#ask(asked)).catch(() => null);
    const place = maybe(this.#root, "#bench-moments");
    if (!place || wanted !== this.#answered) return;
    repaint(place, reply?.html ?? "");
    this.#mark();
  };
}
