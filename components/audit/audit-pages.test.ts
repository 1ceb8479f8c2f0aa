import { describe, expect, it } from "vitest";
import { AUDIT_PAGE_SIZE } from "./audit-page-key";
import { pageOfRow, pagesInSight } from "./audit-pages";

describe("pagesInSight", () => {
  it("counts rows in pages", () => {
    expect([0, AUDIT_PAGE_SIZE - 1, AUDIT_PAGE_SIZE].map(pageOfRow)).toEqual([0, 0, 1]);
  });

  it("begins with the first page and reads ahead by one", () => {
    expect(pagesInSight({ first: 0, last: 0 }, 1)).toEqual([0]);
    expect(pagesInSight({ first: 0, last: 0 }, 5)).toEqual([0, 1]);
  });

  it("holds a few pages around the window and the first, however far the reader has gone", () => {
    expect(pagesInSight({ first: 9_000, last: 9_000 }, 16_000)).toEqual([0, 8_999, 9_000, 9_001]);
  });

  it("goes no further than cursors are known", () => {
    expect(pagesInSight({ first: 4, last: 5 }, 5)).toEqual([0, 3, 4]);
  });
});
