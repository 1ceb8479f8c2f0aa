import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffLines } from "./line-diff";

const side = (before: string, after: string, without: "added" | "removed") =>
  diffLines(before, after)
    .filter((line) => line.kind !== without)
    .map((line) => line.text)
    .join("\n");

describe("diffLines", () => {
  it("tells what went and what came", () => {
    expect(diffLines("a\nb\nc", "a\nx\nc")).toEqual([
      { kind: "same", text: "a" },
      { kind: "removed", text: "b" },
      { kind: "added", text: "x" },
      { kind: "same", text: "c" },
    ]);
  });

  it("holds both texts whole", () => {
    const text = fc.array(fc.constantFrom("a", "b", "c", ""), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, after] = [one.join("\n"), other.join("\n")];
        expect(side(before, after, "added")).toBe(before);
        expect(side(before, after, "removed")).toBe(after);
      }),
      { seed: 20261123 },
    );
  });
});
