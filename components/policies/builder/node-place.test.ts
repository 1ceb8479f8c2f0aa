import { describe, expect, it } from "vitest";
import type { JsonValue } from "@/lib/policy";
import { moveIntoNeighbour } from "../document/group-edits";
import { nodeActions, topPlace } from "./node-place";

const test = (name: string): JsonValue => ({ op: "exists", args: [`ctx.context.${name}`] });
const top = () => {
  const log: (JsonValue | undefined)[] = [];
  return { log, place: topPlace((next) => log.push(next)) };
};

describe("what can be done with a node", () => {
  it("turns into its opposite and back to the very same", () => {
    const { log, place } = top();
    nodeActions(test("a"), place).negate?.();
    expect(log.at(-1)).toEqual({ op: "not", args: [test("a")] });
    const denied = log.at(-1) as JsonValue;
    expect(nodeActions(denied, place).negate).toBeNull();
    nodeActions(denied, place).affirm?.();
    expect(log.at(-1)).toEqual(test("a"));
  });

  it("makes several at the top into a group, none into no condition", () => {
    const { log, place } = top();
    nodeActions(test("a"), place).duplicate?.();
    expect(log.at(-1)).toEqual({ op: "and", args: [test("a"), test("a")] });
    nodeActions(test("a"), place).remove?.();
    expect(log.at(-1)).toBeUndefined();
  });

  it("dissolves a group of one at the top, not one of several", () => {
    const { log, place } = top();
    nodeActions({ op: "or", args: [test("a")] }, place).dissolve?.();
    expect(log.at(-1)).toEqual(test("a"));
    expect(nodeActions({ op: "or", args: [test("a"), test("b")] }, place).dissolve).toBeNull();
  });

  it("moves into the group beside it, at the near end", () => {
    const group = { op: "or", args: [test("g")] };
    expect(moveIntoNeighbour([group, test("a")], 1, -1)).toEqual([
      { op: "or", args: [test("g"), test("a")] },
    ]);
    expect(moveIntoNeighbour([test("a"), group], 0, 1)).toEqual([{ op: "or", args: [test("a"), test("g")] }]);
    const closed = [{ op: "not", args: [test("n")] }, test("a")];
    expect(moveIntoNeighbour(closed, 1, -1)).toBe(closed);
  });
});
