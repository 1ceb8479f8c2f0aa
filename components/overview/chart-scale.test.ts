import { expect, test } from "vitest";
import { niceTop } from "./chart-scale";

test.each([
  [0, 1],
  [1, 1],
  [2, 2],
  [3, 5],
  [10, 10],
  [11, 20],
  [99, 100],
  [1000, 1000],
  [2001, 5000],
])("the scale of %i ends at %i", (highest, top) => {
  expect(niceTop(highest)).toBe(top);
});
