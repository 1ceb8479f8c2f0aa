import { describe, expect, test } from "vitest";
import { daysUntil, filledDays } from "./days";

describe("days of the overview", () => {
  test("end with the given day, also across a month", () => {
    expect(daysUntil(new Date("2026-03-02T00:00:01Z"), 3)).toEqual([
      "2026-02-28",
      "2026-03-01",
      "2026-03-02",
    ]);
  });

  test("stand there without a decision too, and count none from outside", () => {
    const days = ["2026-03-01", "2026-03-02"];
    expect(
      filledDays(days, [
        { day: "2026-03-02", effect: "deny", count: 2 },
        { day: "2026-03-02", effect: "allow", count: 5 },
        { day: "2026-02-01", effect: "allow", count: 9 },
      ]),
    ).toEqual([
      { day: "2026-03-01", allow: 0, deny: 0, require_approval: 0 },
      { day: "2026-03-02", allow: 5, deny: 2, require_approval: 0 },
    ]);
  });
});
