import { describe, expect, it } from "vitest";
import { AUDIT_PAGE_SIZE } from "./audit-page-key";
import { pagesInSight } from "./audit-pages";

const row = (page: number) => page * AUDIT_PAGE_SIZE + 3;

describe("pagesInSight", () => {
  it("begins with the first page and reads ahead by one", () => {
    expect(pagesInSight({ first: 0, last: 20 }, 1)).toEqual([0]);
    expect(pagesInSight({ first: 0, last: 20 }, 5)).toEqual([0, 1]);
  });

  it("holds a few pages around the window and the first, however far the reader has gone", () => {
    expect(pagesInSight({ first: row(9_000), last: row(9_000) + 20 }, 16_000)).toEqual([
      0, 8_999, 9_000, 9_001,
    ]);
  });

  it("goes no further than cursors are known", () => {
    expect(pagesInSight({ first: row(4), last: row(4) + 20 }, 5)).toEqual([0, 3, 4]);
  });
});
