import { describe, expect, it } from "vitest";
import { AUDIT_PAGE_SIZE, pageOfWholeLog } from "./audit-page-key";
import { pageOfRow, pagesInSight } from "./audit-pages";

describe("pagesInSight", () => {
  it("counts rows in pages", () => {
    expect([0, AUDIT_PAGE_SIZE - 1, AUDIT_PAGE_SIZE].map(pageOfRow)).toEqual([0, 0, 1]);
  });

  it("begins with the first page and reads ahead by one", () => {
    expect(pagesInSight({ first: 0, last: 0 }, 1, true)).toEqual([0]);
    expect(pagesInSight({ first: 0, last: 0 }, 5, true)).toEqual([0, 1]);
  });

  it("holds a few pages around the window and the first, however far the reader has gone", () => {
    expect(pagesInSight({ first: 9_000, last: 9_000 }, 16_000, true)).toEqual([0, 8_999, 9_000, 9_001]);
  });

  it("does without the first where pages do not hang on it", () => {
    expect(pagesInSight({ first: 9_000, last: 9_000 }, 16_000, false)).toEqual([8_999, 9_000, 9_001]);
  });

  it("goes no further than pages are known", () => {
    expect(pagesInSight({ first: 4, last: 5 }, 5, true)).toEqual([0, 3, 4]);
  });
});

describe("pageOfWholeLog", () => {
  it("names a page by the numbers of its entries, from either end", () => {
    expect(pageOfWholeLog({ order: "newest" }, 2, 1_000)).toEqual({ order: "newest", to_seq: 880 });
    expect(pageOfWholeLog({ order: "oldest" }, 2, 1_000)).toEqual({
      order: "oldest",
      from_seq: 121,
      to_seq: 1_000,
    });
  });
});
