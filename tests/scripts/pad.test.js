import assert from "node:assert/strict";
import { test } from "node:test";

import { MOST_BOXES, MOST_POINTS, MOST_STROKES } from "../../seqdemo/page/js/contract.js";
import { blank, PadModel } from "../../seqdemo/page/js/pad/model.js";
import { extend, pointIn, roomIn } from "../../seqdemo/page/js/pad/pen.js";

const letter = (label) => ({ ...blank(), strokes: [[[0.1, 0.1], [0.9, 0.9]]], label });

function made(...labels) {
  const said = [], model = new PadModel((kind, slides) => said.push([kind, slides]));
  model.fill(labels.map((label) => (label === null ? null : letter(label))));
  said.length = 0;
  return { model, said };
}

const labels = (model) => model.letters().map((box) => box?.label ?? null);

test("a pad begins with five empty boxes and sends nothing", () => {
  const model = new PadModel(() => {});
  assert.equal(model.shown.length, 5);
  assert.deepEqual(model.letters(), []);
});

test("empty boxes are sent as null, but none after the last letter", () => {
  assert.deepEqual(labels(made("A", null, "B", null).model), ["A", null, "B"]);
});

test("undo takes back change by change and says which kind it was", () => {
  const { model, said } = made("A", "B");
  model.put(0, letter("C"));
  model.swap(0, 1);
  model.name(0, "D");
  assert.deepEqual(labels(model), ["D", "C"]);
  model.undo();
  model.undo();
  assert.deepEqual(labels(model), ["C", "B"]);
  model.undo();
  assert.deepEqual(labels(model), ["A", "B"]);
  assert.deepEqual(said.map(([kind]) => kind), ["wrote", "altered", "named", "named", "altered", "wrote"]);
});

test("a slider that goes on moving is one change", () => {
  const { model } = made("A");
  for (const turn of [5, 10, 15]) model.tune(0, "turn", turn, true);
  assert.equal(model.quality(0, "turn"), 15);
  model.undo();
  assert.equal(model.quality(0, "turn"), 0);
});

test("what was altered is told, taken back and put there again", () => {
  const { model } = made("A", "B", "C");
  model.swap(0, 2);
  model.tune(0, "blur", 1.5);
  const told = model.changes();
  assert.deepEqual(told, { order: [2, 1, 0], letters: { 0: { blur: 1.5 } } });
  assert.deepEqual(model.unaltered().map((box) => box.label), ["A", "B", "C"]);
  assert.deepEqual(model.original().map((box) => box?.label ?? null), ["A", null, "C"]);
  model.restore();
  assert.equal(model.changes(), null);
  assert.equal(model.apply(told), true);
  assert.deepEqual(model.changes(), told);
});

test("changes that do not fit are refused as a whole", () => {
  for (const told of [
    { order: [0, 0] }, { order: [0, 1, 2, 3, 4, 5, 6] }, { letters: { 9: { turn: 1 } } }, { letters: { 0: { turn: "1" } } },
    { letters: { 0: { label: "B" } } },
  ]) {
    const { model } = made("A", "B");
    assert.equal(model.apply(told), false, JSON.stringify(told));
    assert.equal(model.changes(), null);
  }
});

test("a slider back at its start, or letters back in place, are no change any more", () => {
  const { model } = made("A", "B");
  model.tune(0, "turn", 5);
  model.tune(0, "turn", 0);
  assert.equal(model.changes(), null);
  model.swap(0, 1);
  model.sort();
  assert.equal(model.changes(), null);
});

test("a letter's name follows it to where it stood before", () => {
  const { model } = made("A", "B");
  model.swap(0, 1);
  model.name(0, "X");
  model.restore();
  assert.deepEqual(labels(model), ["A", "X"]);
});

test("boxes beyond those of a task are kept for the next one", () => {
  const { model } = made("A", "B", "C");
  const offer = { papers: ["black"], fewest: 1, most: 1, digits: true };
  model.configure(offer);
  assert.deepEqual(labels(model), ["A"]);
  model.fill([letter("Z")]);
  model.configure({ ...offer, most: MOST_BOXES, digits: false });
  assert.deepEqual(labels(model), ["Z", "B", "C"]);
});

test("there are never fewer or more boxes than a task takes", () => {
  const { model } = made("A", "B", "C");
  model.configure({ papers: ["black"], fewest: 2, most: 4, digits: false });
  for (let n = 0; n < 5; n++) model.more();
  assert.equal(model.shown.length, 4);
  for (let n = 0; n < 5; n++) model.fewer();
  assert.equal(model.shown.length, 2);
  assert.equal(model.spare(), null);
});

test("an empty box keeps its white paper, and a written letter takes it", () => {
  const { model } = made("A");
  model.turnPaper(0);
  model.clear(0);
  assert.equal(model.boxes[0].background, "white");
  model.arrive(model.expect("B", 0), letter("B"));
  assert.deepEqual([model.boxes[0].background, model.boxes[0].label], ["white", "B"]);
});

test("a pen stays in its box, leaves out points that hardly move, and stops when a letter is full", () => {
  const box = { left: 10, top: 10, width: 100, height: 50 };
  assert.deepEqual(pointIn(box, { clientX: 60, clientY: 35 }), [0.5, 0.5]);
  assert.deepEqual(pointIn(box, { clientX: -5, clientY: 900 }), [0, 1]);
  const stroke = [[0.5, 0.5]];
  extend(stroke, [0.501, 0.5], 9);
  extend(stroke, [0.6, 0.5], 9);
  extend(stroke, [0.7, 0.5], 2);
  assert.deepEqual(stroke, [[0.5, 0.5], [0.6, 0.5]]);
  assert.equal(roomIn({ ...blank(), strokes: Array(MOST_STROKES).fill([[0, 0]]) }), 0);
  assert.equal(roomIn({ ...blank(), strokes: [Array(10).fill([0, 0])] }), MOST_POINTS - 10);
});
