import assert from "node:assert/strict";
import { test } from "node:test";

import { Drafts, LETTERS } from "../../seqdemo/page/room/alphabet/drafts.js";

const LINE = [[[0.1, 0.1], [0.9, 0.9]]], OTHER = [[[0.5, 0.1], [0.5, 0.9]]];

/** Drafts in a browser that remembers. */
function made(text = null) {
  const browser = { text };
  const open = () => new Drafts(() => browser.text, (next) => (browser.text = next));
  const drafts = open();
  drafts.at("BCDF:1", "");
  return { drafts, open, browser };
}

test("letters come one after the other, and each that was drawn waits", () => {
  const { drafts } = made();
  assert.equal(drafts.letter, "A");
  drafts.draw(LINE);
  drafts.next();
  assert.equal(drafts.letter, "B");
  assert.deepEqual(drafts.waiting, ["A"]);
  assert.deepEqual(drafts.first(), { label: "A", strokes: LINE });
});

test("a letter that was not drawn is passed over and comes again at the end", () => {
  const { drafts } = made();
  drafts.next();
  assert.equal(drafts.letter, "B");
  drafts.at("BCDF:1", LETTERS.slice(1));
  drafts.next();
  assert.equal(drafts.letter, "A");
});

test("what is drawn and what waits outlast a reload", () => {
  const { drafts, open } = made();
  drafts.draw(LINE);
  drafts.next();
  drafts.draw(OTHER);
  const after = open();
  after.at("BCDF:1", "");
  assert.equal(after.letter, "B");
  assert.deepEqual(after.strokes, OTHER);
  assert.deepEqual(after.first(), { label: "A", strokes: LINE });
});

test("nothing goes to another room or another place", () => {
  const { drafts, open } = made();
  drafts.draw(LINE);
  drafts.next();
  const after = open();
  after.at("GHJK:1", "AB");
  assert.deepEqual(after.waiting, []);
  assert.equal(after.letter, "C");
});

test("a letter that is sent waits no more, unless it was written anew meanwhile", () => {
  const { drafts } = made();
  drafts.draw(LINE);
  drafts.next();
  const first = drafts.first();
  drafts.choose("A");
  drafts.draw(OTHER);
  drafts.next();
  drafts.sent(first);
  assert.deepEqual(drafts.first(), { label: "A", strokes: OTHER });
  drafts.sent(drafts.first());
  assert.equal(drafts.first(), null);
});

test("a damaged memory is an empty one", () => {
  assert.equal(made("{").drafts.letter, "A");
});

test("when all are written the last letter stays", () => {
  const { drafts } = made();
  drafts.at("BCDF:1", LETTERS);
  assert.ok(drafts.isFull);
  drafts.next();
  assert.equal(drafts.letter, "A");
});
