import { describe, expect, it } from "vitest";
import { initialsOf } from "./avatar";

describe("initialsOf", () => {
  it.each([
    ["Ada Lovelace", "AL"],
    ["Dr. Ada Marie Lovelace", "AL"],
    ["scribe", "SC"],
    ["ward-round-agent", "WA"],
    ["Łukasz Żak", "ŁŻ"],
    ["", "?"],
    ["(unknown)", "?"],
  ])("%s gives %s", (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
