import { describe, expect, it } from "vitest";
import { outlookOf } from "./session-phase";

const at = (minutes: number) => new Date(minutes * 60_000).toISOString();
const HALF_AN_HOUR = 30 * 60_000;

describe("outlookOf", () => {
  it("announces the last five minutes", () => {
    const ends = { idle_ends_at: at(30), expires_at: at(480) };
    expect(outlookOf(ends, 24 * 60_000, HALF_AN_HOUR)).toEqual({
      leftMs: 360_000,
      ending: false,
      final: false,
    });
    expect(outlookOf(ends, 25 * 60_000, HALF_AN_HOUR)).toEqual({
      leftMs: 300_000,
      ending: true,
      final: false,
    });
  });

  it("announces no more than the last third of a short one", () => {
    const ends = { idle_ends_at: at(3), expires_at: at(480) };
    expect(outlookOf(ends, 60_000, 3 * 60_000).ending).toBe(false);
    expect(outlookOf(ends, 2 * 60_000, 3 * 60_000).ending).toBe(true);
  });

  it("knows when use does not lengthen it any more", () => {
    const ends = { idle_ends_at: at(480), expires_at: at(480) };
    expect(outlookOf(ends, 478 * 60_000, HALF_AN_HOUR)).toEqual({
      leftMs: 120_000,
      ending: true,
      final: true,
    });
    expect(outlookOf(ends, 500 * 60_000, HALF_AN_HOUR)).toEqual({ leftMs: 0, ending: true, final: true });
  });
});
