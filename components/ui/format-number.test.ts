import { describe, expect, it } from "vitest";
import { formatBytes, formatCompact, formatCount, formatDuration, formatPercent } from "./format-number";

describe("number formats", () => {
  it("groups digits and shortens", () => {
    expect(formatCount(1_204_000)).toBe("1,204,000");
    expect(formatCompact(12_043)).toBe("12K");
    expect(formatPercent(0.0512)).toBe("5.1%");
  });

  it.each([
    [0, "0 B"],
    [999, "999 B"],
    [1_500_000, "1.5 MB"],
    [250_000_000, "250 MB"],
  ])("%d bytes reads %s", (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });

  it.each([
    [0.42, "0.4 ms"],
    [15.2, "15 ms"],
    [2_350, "2.4 s"],
    [93_000, "1 min 33 s"],
    [3_600_000, "1 h"],
    [7_260_000, "2 h 1 min"],
    [90_000_000, "1 d 1 h"],
  ])("%d ms reads %s", (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });
});
