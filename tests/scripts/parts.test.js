import assert from "node:assert/strict";
import { test } from "node:test";

import { beginning } from "../../seqdemo/page/answer/steps/steps.js";
import { commonest, ORDERS, share, told } from "../../seqdemo/page/compare/agreement.js";
import { brought } from "../../seqdemo/page/compare/compare.js";
import { fits, toggled } from "../../seqdemo/page/edit/changes.js";
import { UNITS } from "../../seqdemo/page/edit/editor.js";
import { sharesOf } from "../../seqdemo/page/edit/shares.js";
import { nearestPoint, nearestTo, neighbour } from "../../seqdemo/page/js/chart.js";
import { filled } from "../../seqdemo/page/js/dom.js";
import { inkOf, pathOf, turnedBack } from "../../seqdemo/page/js/ink.js";
import { compared, turned } from "../../seqdemo/page/js/sort.js";
import { factsOf } from "../../seqdemo/page/learned/confusion/confusion.js";
import { isPlace } from "../../seqdemo/page/lessons/lessons.js";
import { parsed as progress } from "../../seqdemo/page/lessons/progress.js";
import { between, rowsOf } from "../../seqdemo/page/rows/rows.js";
import { limitsOf } from "../../seqdemo/page/share/locks.js";
import { embedding, isOwn } from "../../seqdemo/page/share/share.js";
import { parsed, written } from "../../seqdemo/page/shell/address.js";
import { placed } from "../../seqdemo/page/tour/tour.js";
import { told as said } from "../../seqdemo/page/write/bringing.js";

test("the same step stays; rows keep their share of the way; another family begins anew", () => {
  assert.equal(beginning(3, { last: 5, first: 0, follows: false }, 5, true), 3);
  assert.equal(beginning(6, { last: 27, first: 27, follows: true }, 6, true), 27);
  assert.equal(beginning(3, { last: 27, first: 27, follows: true }, 6, true), 14);
  assert.equal(beginning(3, { last: 27, first: 27, follows: true }, 6, false), 27);
});

test("agreement counts the answers and who is right", () => {
  const card = (answer, right = null) => ({ answer, right, confidence: 0.5, ms: 1, parameters: 1, accuracy: null });
  const words = { "agreement.all": "all say {answer}", "agreement.most": "{n} say {answer}", "agreement.right": "{right} of {count} are right", "agreement.and": "; " };
  assert.deepEqual(commonest([card("A"), card("B"), card("B")]), { answer: "B", n: 2 });
  assert.equal(told([card("A"), card("A")], words), "All say A.");
  assert.equal(told([card("A", true), card("A", true), card("B", false)], words), "2 of 3 are right; 2 say A.");
  assert.deepEqual([share(3, 3), share(2, 3), share(2, 4), share(1, 4)], ["all", "most", "some", "none"]);
  assert.ok(ORDERS.wrong(card("A", false)) < ORDERS.wrong(card("A")) && ORDERS.wrong(card("A")) < ORDERS.wrong(card("A", true)));
});

test("letters that can be written again are kept as what brings them back", () => {
  assert.deepEqual(brought({ letters: [1], from: { seed: 1 }, options: {} }), { from: { seed: 1 }, options: {} });
  assert.deepEqual(brought({ letters: [1], from: null, options: {} }), { letters: [1], options: {} });
});

test("what is told twice is taken back", () => {
  const once = toggled({}, 2, "K");
  assert.deepEqual(once, { 2: "K" });
  assert.deepEqual(toggled(once, 2, "L"), { 2: "L" });
  assert.deepEqual(toggled(once, "2", "K"), {});
  assert.deepEqual(toggled({ 1: [1, 0] }, 1, [1, 0]), {});
});

test("what is told must fit to the letters", () => {
  assert.ok(fits({ 1: "K" }, { 0: [0.5, 0.5] }, 2));
  for (const [read, look] of [[{ 2: "K" }, {}], [{ 0: "k" }, {}], [{ 0: "KL" }, {}], [{}, { 0: [1] }], [{}, { 0: [1, null] }], [{}, { 0: 3 }]]) {
    assert.ok(!fits(read, look, 2), JSON.stringify([read, look]));
  }
});

test("shares sum to 1 and amounts have their unit", () => {
  assert.deepEqual(sharesOf([1, 1, 2]), [0.25, 0.25, 0.5]);
  assert.deepEqual([UNITS.turn(5), UNITS.turn(-5), UNITS.turn(0), UNITS.thickness(1.5), UNITS.noise(0.15)], ["+5°", "−5°", "0°", "×1.5", "15%"]);
});

test("a chart finds the nearest point and the neighbouring line", () => {
  const low = { element: null, points: [[0, 0.9], [1, 0.9]] }, high = { element: null, points: [[0, 0.1], [0.5, 0.2], [1, 0.1]] };
  assert.deepEqual(nearestPoint([low, high], { x: 101, y: 22 }, { width: 200, height: 100 }), { line: high, n: 1 });
  assert.equal(nearestPoint([low, high], { x: 100, y: 500 }, { width: 200, height: 100 }), null);
  assert.equal(nearestTo(high, 0.6), 1);
  assert.deepEqual([neighbour([low, high], high, 0, 1), neighbour([low, high], high, 0, -1)], [low, high]);
});

test("a sentence keeps the gaps that nothing fills", () => {
  assert.equal(filled("{n} of {count}: {other}", { n: 0, count: "$&" }), "0 of $&: {other}");
});

test("a dot is a line of no length, and ink on white paper is its complement", () => {
  assert.equal(pathOf([[0.5, 0.25]]), "M500 250L500 250");
  assert.equal(pathOf([[0, 0], [1, 1]]), "M0 0L1000 1000");
  const letter = { strokes: [], label: null, thickness: 1, ink: "#ffcc66" };
  assert.deepEqual([inkOf(null), inkOf({ ...letter, background: "black" }), inkOf({ ...letter, background: "white" })], ["", "#ffcc66", "#003399"]);
});

test("what is drawn into a turned letter stands in it as if it were not turned", () => {
  assert.deepEqual(turnedBack([[0.5, 0.25]], 90), [[0.25, 0.5]]);
  assert.deepEqual(turnedBack([[0.3, 0.3]], 0), [[0.3, 0.3]]);
});

test("rows without a value stay at the end whichever way is sorted", () => {
  for (const way of ["ascending", "descending"]) {
    const sorted = ["2", undefined, "10", "b"].toSorted((one, other) => compared(one, other, way));
    assert.equal(sorted.at(-1), undefined);
  }
  assert.deepEqual(["10", "9"].toSorted((one, other) => compared(one, other, "ascending")), ["9", "10"]);
  assert.deepEqual([turned(null, "descending"), turned("descending", "x"), turned("ascending", "x")], ["descending", "ascending", "descending"]);
});

test("a confusion says how many of a class were read as that", () => {
  const table = { counts: [[8, 2], [0, 0]], classes: ["a", "b"], answers: ["a", "b"] };
  assert.deepEqual(factsOf(table, [0, 1]), { meant: "a", read: "b", count: 2, of: 10, share: "20.0" });
  assert.equal(factsOf(table, [1, 1]).share, "0.0");
});

test("a lesson's place and its progress are checked", () => {
  assert.ok(isPlace({ n: 1, told: false, scene: 0 }));
  for (const kept of [null, "x", {}, { n: 1.5, scene: 0 }, { n: 1, scene: -1 }]) assert.ok(!isPlace(kept));
  for (const text of [null, "{", "3", "[1]"]) assert.deepEqual(progress(text), {});
  assert.deepEqual(progress('{"a":{"seen":true}}'), { a: { seen: true } });
});

test("a strip of rows belongs to its step, and a quick finger leaves none out", () => {
  assert.deepEqual(rowsOf(2, 7), [8, 9, 10, 11]);
  assert.deepEqual([between(3, 6), between(6, 3), between(2, 2)], [[4, 5, 6], [5, 4, 3], []]);
});

test("a link locks and hides only what there is", () => {
  assert.deepEqual(limitsOf({ lock: ["task", "nonsense"], hide: "answer", embed: 1 }), { lock: ["task"], hide: ["answer"], embed: [1] });
  assert.deepEqual(limitsOf({ lock: [3], hide: null, embed: true }), {});
});

test("an address comes back, in one order, and loses only what makes no sense", () => {
  const text = written({ lang: "ko", task: "swap-normal", kept: undefined, covered: [1, 2] });
  assert.equal(text, "#task=swap-normal&covered=1,2&lang=ko");
  const known = (name) => ["lang", "task", "covered"].includes(name);
  assert.deepEqual(parsed(text, known), { found: { task: "swap-normal", covered: [1, 2], lang: "ko" }, lost: [] });
  assert.deepEqual(parsed("#task&other=1&lang=(", known), { found: {}, lost: ["task", "other", "lang"] });
});

test("code to embed names the page and takes its height", () => {
  const code = embedding("http://a/#b", "Title");
  assert.match(code, /^<iframe src="http:\/\/a\/#b" title="Title"/);
  assert.match(code, /e\.data\.seqdemo/);
});

test("a bubble stands below, above or beside its stop, and always in the window", () => {
  const window = { width: 400, height: 700 }, bubble = { width: 300, height: 150 };
  const box = (left, top, right, bottom) => ({ left, top, right, bottom });
  assert.equal(placed(box(20, 50, 380, 100), bubble, window).top, 112);
  assert.equal(placed(box(20, 500, 380, 690), bubble, window).top, 338);
  const tall = placed(box(0, 0, 400, 700), bubble, window);
  assert.deepEqual([tall.left, tall.top, tall.bottom], [12, 538, 526]);
});

test("a field says nothing, a number or a text", () => {
  assert.deepEqual([said(" ", false), said("3", false), said("3", true), said("AB", false)], [undefined, 3, "3", "AB"]);
});

test("an address of this computer alone is told from one that others can open", () => {
  for (const host of ["localhost", "page.localhost", "127.0.0.1", "127.1.2.3", "[::1]", "0.0.0.0"]) assert.ok(isOwn(host), host);
  for (const host of ["192.168.0.7", "127.example.org", "localhost.example.org", "[fe80::1]"]) assert.ok(!isOwn(host), host);
});
