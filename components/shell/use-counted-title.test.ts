import { describe, expect, it } from "vitest";
import { countedTitle } from "./use-counted-title";

describe("countedTitle", () => {
  it.each([
    ["Inbox · Kynara", 3, "(3) Inbox · Kynara"],
    ["(3) Inbox · Kynara", 4, "(4) Inbox · Kynara"],
    ["(99+) Inbox · Kynara", 0, "Inbox · Kynara"],
    ["Audit log · Kynara", 250, "(99+) Audit log · Kynara"],
    ["Kynara", 0, "Kynara"],
  ])("%s with %d waiting reads %s", (title, count, counted) => {
    expect(countedTitle(title, count)).toBe(counted);
  });
});
