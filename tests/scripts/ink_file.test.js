// @ts-check
// The ink file as the browser writes it, which the server reads back.

import assert from "node:assert/strict";
import { test } from "node:test";

import { inkFile } from "../../seqdemo/page/album/ink_file.js";

const letter = { strokes: [[[0.125, 0.9], [0.5, 0.1]]], label: "A", background: "black", thickness: 1 };

test("a file has a header and a line for each letter", () => {
  const lines = inkFile(/** @type {any} */ ([letter, null, { ...letter, label: "" }])).trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual(lines, [
    { format: "seqdemo-ink", version: 1 },
    { label: "A", strokes: letter.strokes },
    { label: null, strokes: letter.strokes },
  ]);
});

test("empty boxes make no file", () => {
  assert.equal(inkFile(/** @type {any} */ ([null, { ...letter, strokes: [] }])), "");
});
