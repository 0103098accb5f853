import assert from "node:assert/strict";
import { test } from "node:test";

import { levelOf } from "../../seqdemo/page/blocks/attention/maps.js";

test("a cell's colour grows with the root of its share, as in Python, and never leaves the scale", () => {
  assert.deepEqual([0, 0.01, 0.25, 1, 2, -1].map(levelOf), [0, 3, 16, 32, 32, 0]);
});
