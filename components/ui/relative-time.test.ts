import { describe, expect, it } from "vitest";
import { countdownText, nextTickMs, relativeTime } from "./relative-time";

describe("relativeTime", () => {
  it.each([
    [0, "just now"],
    [-59, "just now"],
    [4, "just now"],
    [30, "in under a minute"],
    [-60, "1 min. ago"],
    [-3_599, "59 min. ago"],
    [3_600, "in 1 hr."],
    [-86_400 * 3, "3 days ago"],
    [-86_400 * 15, "2 wk. ago"],
  ])("%d seconds reads %s", (offset, words) => {
    expect(relativeTime(offset, "en-US", { now: "just now", soon: "in under a minute" })).toBe(words);
  });
});

describe("relativeTime in Spanish", () => {
  it.each([
    [-3_599, "hace 59 min"],
    [120, "en 2 min"],
    [3_600, "en 1 h"],
    [86_400 * 62, "en 2 meses"],
    [86_400 * 800, "en 2 años"],
    [-86_400 * 62, "hace 2 meses"],
    [-86_400 * 3, "hace 3 días"],
  ])("%d seconds reads %s", (offset, words) => {
    expect(relativeTime(offset, "es-US", { now: "ahora mismo", soon: "en menos de un minuto" })).toBe(words);
  });
});

describe("nextTickMs", () => {
  it("ticks more slowly the farther away the moment is", () => {
    expect(nextTickMs(30)).toBeLessThan(nextTickMs(7_200));
    expect(nextTickMs(7_200)).toBeLessThan(nextTickMs(200_000));
  });
});

describe("countdownText", () => {
  it.each([
    [249, "4:09"],
    [3_750, "1:02:30"],
    [0.4, "0:01"],
    [-5, "0:00"],
  ])("%d seconds reads %s", (seconds, text) => {
    expect(countdownText(seconds)).toBe(text);
  });
});
