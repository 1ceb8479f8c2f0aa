import { describe, expect, it } from "vitest";
import { emptyTest, moveItem, withAnotherTest, withoutEmptyGroups } from "./group-edits";

const test = (name: string) => ({ op: "exists", args: [`ctx.context.${name}`] });

describe("editing groups", () => {
  it("adds a test alone, then beside another in a group, then within that group", () => {
    const one = withAnotherTest(undefined, test("a"));
    expect(one).toEqual(test("a"));
    const two = withAnotherTest(one, test("b"));
    expect(two).toEqual({ op: "and", args: [test("a"), test("b")] });
    expect(withAnotherTest(two, test("c"))).toEqual({ op: "and", args: [test("a"), test("b"), test("c")] });
  });

  it("keeps a group that asks for any whole", () => {
    const any = { op: "or", args: [test("a")] };
    expect(withAnotherTest(any)).toEqual({ op: "and", args: [any, emptyTest()] });
  });

  it("moves within the list and never out of it", () => {
    expect(moveItem(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
    expect(moveItem(["a", "b"], 0, -1)).toEqual(["a", "b"]);
    expect(moveItem(["a", "b"], 1, 1)).toEqual(["a", "b"]);
  });

  it("takes empty groups away with the groups around that held nothing else", () => {
    expect(withoutEmptyGroups({ op: "and", args: [{ op: "not", args: [{ op: "or", args: [] }] }] })).toBe(
      undefined,
    );
    const kept = { op: "and", args: [test("a")] };
    expect(withoutEmptyGroups(kept)).toBe(kept);
    expect(withoutEmptyGroups({ op: "and", args: [test("a"), { op: "or", args: [] }] })).toEqual(kept);
  });
});
