// Strokes, keys and replies in 200 random orders: nothing that was done by hand is lost, however late the server answers.
import assert from "node:assert/strict";
import { test } from "node:test";

import { Asking } from "../../seqdemo/page/js/asking.js";
import { Line } from "../../seqdemo/page/js/line.js";
import { blank, PadModel } from "../../seqdemo/page/js/pad/model.js";
import { Arrivals } from "../../seqdemo/page/write/arrivals.js";

const SCHEDULES = 200, ACTS = 40, BOXES = 5, EVERY = 120; // milliseconds from one act to the next, on average

class Node {
  constructor(at) {
    Object.assign(this, { dataset: { at: String(at) }, isConnected: true });
  }
  closest() { return this; }
  appendChild(child) { return child; }
  getBoundingClientRect() { return { left: 0, top: 0, width: 100, height: 100 }; }
  setAttribute() {}
  setPointerCapture() {}
  focus() {}
  remove() {}
}
const listeners = {};
const listen = (kind, listener) => (listeners[kind] = listener);
Object.assign(globalThis, { Element: Node, document: { createElementNS: () => new Node() }, window: { addEventListener: listen } });
const { Pen } = await import("../../seqdemo/page/js/pad/pen.js");

/** Mulberry32: numbers from 0 to 1 that a seed brings back. */
function dice(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Time that passes only from event to event. */
class Clock {
  now = 0;
  passed = () => {};
  #events = [];
  at(time, act) {
    this.#events.push({ time, act });
  }
  wait(span) {
    return new Promise((resolve) => this.at(this.now + span, resolve));
  }
  async run() {
    while (this.#events.length) {
      const next = this.#events.reduce((one, other) => (other.time < one.time ? other : one));
      this.#events.splice(this.#events.indexOf(next), 1);
      this.now = next.time;
      next.act();
      await new Promise(setImmediate); // by then all that was waiting for it has gone on
      this.passed();
    }
  }
}

const ink = (name) => [[name, 0.5]];
const letter = (label, place) => ({ ...blank(), label, strokes: [ink(place)] });
/** What each box holds, by the first number of each of its strokes. */
const held = (boxes) => boxes.map((box) => (box?.strokes ?? []).map(([[first]]) => first));

/** The same as the page does, but with a server that answers at once. */
class Expected {
  boxes = Array.from({ length: BOXES }, () => []);
  #past = [];
  #future = [];
  acts = 0;
  drawing = 0;
  #step(boxes) {
    [this.#past, this.#future, this.boxes] = [[...this.#past, this.boxes], [], boxes];
    this.acts++;
  }
  put(at, held) {
    this.#step(this.boxes.map((box, n) => (n === at ? held : box)));
  }
  fill(boxes) {
    this.#step(boxes);
  }
  back(from = this.#past, to = this.#future) {
    this.acts++;
    if (!from.length) return this.acts--;
    to.push(this.boxes);
    this.boxes = from.pop();
  }
  forth() {
    this.back(this.#future, this.#past);
  }
}

/** Everything that happens in one schedule, and what was seen of it. */
class Visit {
  clock = new Clock();
  expected = new Expected();
  shown = null;
  number = 0;
  fillings = 0;

  constructor(seed, delay) {
    this.roll = dice(seed);
    this.delay = () => delay * (0.5 + this.roll());
    this.outage = seed % 2 ? [1000 + 2000 * this.roll(), 1500] : [0, 0];
    this.line = new Line({ reaches: async () => !this.#isOut(), pause: () => this.clock.wait(700), told: () => {} });
    this.server = this.line.over({ answer: (asked) => this.#served(asked), write: (asked) => this.#served(asked) });
    this.model = new PadModel(() => this.asking.ask());
    this.pen = new Pen({ addEventListener: listen }, this.model, { refused: () => assert.fail("refused"), preview: () => {} });
    this.arrivals = new Arrivals(this.model, this.pen.still);
    this.asking = new Asking({
      answer: () => {
        assert.ok(!this.model.isWaiting, "asked before all letters were there");
        return this.server.answer(held(this.model.letters()));
      },
      waits: () => this.model.isWaiting,
      show: (reply) => {
        assert.deepEqual(reply, held(this.model.letters()), "an answer to other letters");
        this.shown = reply;
      },
      busy: (is) => (this.busy = is),
    });
  }

  #isOut() {
    return this.clock.now > this.outage[0] && this.clock.now < this.outage[0] + this.outage[1];
  }

  async #served(asked) {
    await this.clock.wait(this.delay() / 2);
    if (this.#isOut()) return undefined;
    await this.clock.wait(this.delay() / 2);
    return asked;
  }

  /** A number that no other stroke has. */
  name() {
    return ++this.number / 1000;
  }

  key(at) {
    const place = this.name();
    this.arrivals.letter(this.server.write({ letters: [letter("A", place)] }), "A", at);
    this.expected.put(at, [place]);
  }

  stroke(at, span) {
    const place = this.name(), id = this.number, event = { pointerId: id, pointerType: "touch", buttons: 1, button: 0, preventDefault: () => {}, target: new Node(at) };
    const to = (kind, clientX, clientY) => listeners[kind]({ ...event, clientX, clientY, timeStamp: this.clock.now });
    to("pointerdown", place * 100, 50);
    this.expected.drawing++;
    this.clock.at(this.clock.now + span / 2, () => to("pointermove", 90, 90));
    this.clock.at(this.clock.now + span, () => {
      this.expected.drawing--;
      this.expected.put(at, [...this.expected.boxes[at], place]);
      to("pointerup", 90, 90);
    });
  }

  another() {
    const { expected } = this, acts = expected.acts, mine = ++this.fillings, places = Array.from({ length: BOXES }, () => this.name());
    const request = this.server.write({ letters: places.map((place) => letter("B", place)) }).then((reply) => {
      if (mine === this.fillings && acts === expected.acts && !expected.drawing) expected.fill(places.map((place) => [place]));
      return reply;
    });
    this.arrivals.all(request);
  }

  step(kind) {
    this.model[kind]();
    this.expected[kind === "undo" ? "back" : "forth"]();
  }

  async run() {
    const free = Array(BOXES).fill(0);
    let time = 0;
    for (let n = 0; n < ACTS; n++) {
      time += 2 * EVERY * this.roll();
      const at = Math.floor(BOXES * this.roll()), chance = this.roll(), span = 20 + 400 * this.roll(), draws = chance >= 0.4 && chance < 0.8 && time > free[at];
      if (draws) free[at] = time + span + 1;
      const act = chance < 0.4 ? () => this.key(at) : chance < 0.8 ? () => draws && this.stroke(at, span) : chance < 0.88 ? () => this.another() : () => this.step(chance < 0.95 ? "undo" : "redo");
      this.clock.at(time, act);
    }
    this.clock.passed = () => assert.ok(this.busy || !this.model.isWaiting, "at rest before all letters were there");
    await this.clock.run();
  }
}

for (const delay of [200, 800]) {
  test(`nothing is lost or out of order at ${delay} ms, in ${SCHEDULES} schedules`, async () => {
    for (let seed = 1; seed <= SCHEDULES; seed++) {
      const visit = new Visit(seed, delay);
      await visit.run();
      assert.deepEqual(held(visit.model.boxes), visit.expected.boxes, `schedule ${seed}`);
      assert.deepEqual([visit.model.isWaiting, visit.busy], [false, false], `schedule ${seed}`);
      assert.deepEqual(visit.shown, held(visit.model.letters()), `schedule ${seed}`);
      assert.ok(visit.number > ACTS / 3);
    }
  });
}
