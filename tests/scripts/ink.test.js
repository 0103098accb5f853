import assert from "node:assert/strict";
import { test } from "node:test";

import { isLetter } from "../../seqdemo/page/js/codec.js";
import { turnedBack } from "../../seqdemo/page/js/ink.js";
import { signOf, stepOf } from "../../seqdemo/page/js/keys.js";
import { Line, pauseAfter } from "../../seqdemo/page/js/line.js";
import { erased } from "../../seqdemo/page/js/pad/eraser.js";
import { erases, Hands } from "../../seqdemo/page/js/pad/hands.js";
import { blank, PadModel } from "../../seqdemo/page/js/pad/model.js";
import { placeOf } from "../../seqdemo/page/shell/address.js";

const letter = (label) => ({ ...blank(), strokes: [[[0.1, 0.1], [0.9, 0.9]]], label });
const filled = (...labels) => {
  const model = new PadModel(() => {});
  model.fill(labels.map(letter));
  return model;
};
const labels = (model) => model.letters().map((box) => box?.label ?? null);
const press = (key, code = "", held = {}) => ({ key, code, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held });

test("a key writes its letter, and on a keyboard of another script the letter at its place", () => {
  const signs = [press("a", "KeyA"), press("q", "KeyA"), press("ㅎ", "KeyG"), press("ㅃ", "KeyQ", { shiftKey: true }), press("ф", "KeyA"), press("Process", "KeyK")];
  assert.deepEqual(signs.map(signOf), ["a", "q", "g", "Q", "a", "k"]);
  assert.deepEqual([press("Ａ", "KeyA"), press("７", "Digit7"), press("é", "Digit2"), press("Delete", "Delete")].map(signOf), ["A", "7", "é", "Delete"]);
});

test("Ctrl or Cmd with Z takes back, with Shift brings again, on any keyboard", () => {
  const ctrl = { ctrlKey: true }, both = { metaKey: true, shiftKey: true };
  assert.deepEqual([press("z", "KeyZ", ctrl), press("Z", "KeyZ", both), press("ㅋ", "KeyZ", ctrl), press("z", "KeyZ"), press("y", "KeyZ", ctrl)].map(stepOf), ["undo", "redo", "undo", null, null]);
  assert.equal(stepOf(press("z", "KeyZ", { ctrlKey: true, altKey: true })), null);
});

test("what was taken back comes again until something else is done", () => {
  const model = filled("A", "B");
  model.put(0, letter("C"));
  model.swap(0, 1);
  model.undo();
  model.undo();
  assert.deepEqual([labels(model), model.hasFuture], [["A", "B"], true]);
  model.redo();
  model.redo();
  assert.deepEqual([labels(model), model.hasFuture], [["B", "C"], false]);
  assert.deepEqual(model.changes(), { order: [1, 0], letters: {} });
  model.undo();
  model.put(1, letter("D"));
  model.redo();
  assert.deepEqual(labels(model), ["C", "D"]);
});

test("a letter that comes late has the place of its key, takes what was drawn onto it, and can be taken back", () => {
  const model = filled("A", "B");
  model.turnPaper(1);
  const late = model.expect("X", 1);
  assert.deepEqual([model.isWaiting, labels(model)], [true, ["A"]]);
  model.put(1, { ...model.boxes[1], strokes: [[[0, 0]]], label: null });
  model.undo();
  model.arrive(late, letter("X"));
  assert.deepEqual([model.isWaiting, labels(model), model.boxes[1].background], [false, ["A", "X"], "white"]);
  model.redo();
  assert.deepEqual(model.boxes[1].strokes, [...letter("X").strokes, [[0, 0]]]);
  model.undo();
  model.undo();
  assert.deepEqual(labels(model), ["A", "B"]);
});

test("a letter that is not to be had leaves its box as empty as before", () => {
  const model = filled("A", "B");
  model.clear(1);
  model.arrive(model.expect("X", 1), null);
  assert.deepEqual([model.isWaiting, model.boxes[1]], [false, null]);
});

test("a digit stays behind where none is taken, and what stood there comes back", () => {
  const model = filled("A", "B"), letters = { papers: ["black"], fewest: 1, most: 14, digits: false };
  model.configure({ ...letters, most: 1, digits: true });
  model.fill([letter("8")]);
  model.configure(letters);
  assert.deepEqual(labels(model), ["A", "B"]);
  model.undo();
  model.redo();
  assert.deepEqual(labels(model), ["A", "B"]);
  model.configure({ ...letters, most: 1, digits: true });
  model.fill([letter("k")]);
  model.configure(letters);
  assert.deepEqual(labels(model), ["k", "B"]);
});

test("a pen takes over from the palm, whether the palm came before or after it", () => {
  const hands = new Hands();
  assert.deepEqual(hands.down(1, "touch", 0, 0), { draws: true, ended: [] });
  assert.deepEqual(hands.down(2, "pen", 0, 100), { draws: true, ended: [1] });
  assert.equal(hands.down(3, "touch", 1, 200).draws, false);
  hands.up(2);
  assert.equal(hands.down(4, "touch", 2, 400).draws, false);
  assert.equal(hands.down(5, "touch", 3, 5000).draws, true);
});

test("two hands in two boxes draw; two fingers in one zoom, and a third draws nothing", () => {
  const hands = new Hands();
  assert.deepEqual([hands.down(1, "touch", 0, 0).draws, hands.down(2, "touch", 1, 0).draws, hands.zooms], [true, true, false]);
  hands.up(2);
  assert.deepEqual(hands.down(3, "touch", 0, 0), { draws: false, ended: [1] });
  assert.deepEqual([hands.zooms, hands.drawing, hands.down(4, "touch", 0, 0).draws], [true, false, false]);
  for (const id of [1, 3, 4]) hands.up(id);
  assert.equal(hands.down(5, "touch", 0, 0).draws, true);
  assert.equal(hands.down(6, "mouse", 0, 0).draws, false);
});

test("the eraser and the side button of a pen take away the strokes that they cross, and no others", () => {
  const pen = (buttons, pointerType = "pen") => erases({ pointerType, buttons });
  assert.deepEqual([pen(32), pen(2), pen(1), pen(2, "mouse")], [true, true, false, false]);
  const across = [[0.1, 0.5], [0.9, 0.5]], down = [[0.9, 0.1], [0.9, 0.4]], dot = [[0.2, 0.2]];
  assert.deepEqual(erased([across, down, dot], [[0.5, 0.1], [0.5, 0.9]]), [down, dot]);
  assert.deepEqual(erased([across, down, dot], [[0.21, 0.2]]), [across, down]);
});

test("ink never leaves its box, however the letter is turned", () => {
  for (const degrees of [0, 30, -45, 90]) {
    const strokes = [turnedBack([[0, 0], [1, 1], [0, 1], [1, 0]], degrees)];
    assert.ok(isLetter({ ...blank(), strokes }), String(degrees));
  }
  for (const point of [[120, 80], [0.5, -0.5]]) assert.ok(!isLetter({ ...blank(), strokes: [[point]] }));
});

test("each task, view and lesson is a place of its own, and nothing else is", () => {
  const at = { task: "next-easy", letters: [], view: "lessons", lesson: { n: 2, told: false } };
  assert.equal(placeOf(at), placeOf({ ...at, letters: [1], model: "m", lesson: { n: 2, told: true } }));
  for (const other of [{ task: "row-47" }, { view: "scoreboard" }, { lesson: { n: 3 } }, { block: { name: "cell", part: "rows" } }]) assert.notEqual(placeOf(at), placeOf({ ...at, ...other }));
});

test("what is asked while the line is down is asked again once it is back, and said so meanwhile", async () => {
  const told = [], asked = [];
  let there = false;
  const line = new Line({ reaches: async () => there, pause: async () => void (there = true), told: (down) => told.push(down) });
  const call = async (question) => (asked.push(question), there ? { question } : undefined);
  const server = line.over({ call, hasty: call }, ["hasty"]);
  assert.deepEqual(await Promise.all([server.call(1), server.call(2)]), [{ question: 1 }, { question: 2 }]);
  assert.deepEqual([told.map(({ down }) => down), asked.toSorted()], [[true, false], [1, 1, 2, 2]]);
  there = false;
  await assert.rejects(server.hasty(3));
});

test("what fails although the server is there is asked again after longer and longer pauses, then fails", async () => {
  const pauses = [];
  const line = new Line({ reaches: async () => true, pause: async (failed) => void pauses.push(failed), told: () => assert.fail("told") });
  const { call } = line.over({ call: () => Promise.reject(new Error("refused")) });
  await assert.rejects(call({}));
  assert.deepEqual(pauses, [0, 1, 2]);
  assert.ok(pauseAfter(0, 0) >= 500 && pauseAfter(1, 0) === 2 * pauseAfter(0, 0) && pauseAfter(99, 1) === 8000);
});

test("a call that waits tells its place, one that finds no room says so and asks again, and both fall silent", async () => {
  const told = [], line = new Line({ reaches: async () => true, pause: async () => {}, told: ({ full, place }) => told.push(full ? "full" : place) });
  const replies = [{ busy: true, error: "busy" }, { html: "" }];
  const server = line.over({
    answer: async (_, placed) => ([7, 7, 3, 0].forEach(placed), { ok: true }),
    compare: async () => replies.shift(),
    download: async () => ({ busy: true, error: "busy" }),
  });
  assert.deepEqual([await server.answer({}), told.splice(0)], [{ ok: true }, [7, 3, 0]]);
  assert.deepEqual([await server.compare({}), told.splice(0)], [{ html: "" }, ["full", 0]]);
  assert.deepEqual([await server.download({}), told.splice(0)], [{ busy: true, error: "busy" }, ["full", 0]]);
});
