import assert from "node:assert/strict";
import { test } from "node:test";

import { levelOf } from "../../seqdemo/page/blocks/attention/maps.js";
import { isBlock } from "../../seqdemo/page/blocks/blocks.js";
import { parsed, written } from "../../seqdemo/page/shell/address.js";

test("a cell's colour grows with the root of its share, as in Python, and never leaves the scale", () => {
  assert.deepEqual([0, 0.01, 0.25, 1, 2, -1].map(levelOf), [0, 3, 16, 32, 32, 0]);
});

test("a block stands in an address as it was opened, and what is no block is refused", () => {
  const block = { name: "attention", part: "encoder" };
  assert.ok(isBlock(parsed(written({ block }), () => true).found.block));
  assert.deepEqual(parsed(written({ block }), () => true).found.block, block);
  for (const wrong of [null, 1, "attention", {}, { name: "attention" }, { name: 1, part: "encoder" }, ["attention", "encoder"]]) assert.ok(!isBlock(wrong));
});
