import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparePolicies, type Effect, type IdentifiedPolicy, LIMITS, planPriorities } from "./index";

const policy = (id: string, priority: number, effect: Effect = "allow"): IdentifiedPolicy => ({
  id,
  priority,
  effect,
  display_name: id,
  actions: ["*"],
});

function changesOf(wanted: readonly IdentifiedPolicy[], ...moved: string[]) {
  const plan = planPriorities(wanted, new Set(moved));
  return plan.kind === "full" ? "full" : plan.changes.map(({ id, from, to }) => `${id} ${from}→${to}`);
}

describe("planPriorities", () => {
  it.each<[string, IdentifiedPolicy[], string[], string[]]>([
    ["changes nothing that is in order", [policy("a", 1), policy("b", 1), policy("c", 2)], [], []],
    [
      "takes the middle between neighbours",
      [policy("b", 200), policy("a", 100), policy("c", 300)],
      ["a"],
      ["a 100→250"],
    ],
    [
      "changes the one that was moved, not its neighbour",
      [policy("b", 200), policy("a", 100)],
      ["b"],
      ["b 200→90"],
    ],
    ["goes a step beyond the last", [policy("b", 200), policy("a", 100)], ["a"], ["a 100→210"]],
    [
      "shares a number where the tie falls right",
      [
        policy("d", 5, "deny"),
        policy("b", 9, "require_approval"),
        policy("a", 5, "require_approval"),
        policy("x", 6),
      ],
      ["b"],
      ["b 9→5", "a 5→6"],
    ],
    [
      "renumbers only where no number is free",
      [policy("a", 10), policy("c", 12), policy("b", 11), policy("d", 12, "allow"), policy("e", 40)],
      ["c"],
      ["c 12→10"],
    ],
    ["leaves room at the top, too", [policy("b", 30), policy("a", 10)], ["b"], ["b 30→5"]],
    ["moves all when none may stay", [policy("b", 1000), policy("a", 1000, "deny")], [], ["b 1000→990"]],
  ])("%s", (_, wanted, moved, expected) => {
    const plan = planPriorities(wanted, new Set(moved));
    if (plan.kind === "full") throw new Error("There is room.");
    expect(orderAfter(wanted, plan.changes)).toEqual(wanted.map(({ id }) => id));
    expect(plan.changes.length).toBe(fewest(wanted));
    expect(changesOf(wanted, ...moved)).toEqual(expected);
  });

  it("says when there are more policies to tell apart than numbers", () => {
    const names = Array.from(
      { length: LIMITS.priority + 2 },
      (_, index) => `p${String(index).padStart(5, "0")}`,
    );
    const falling = names.reverse().map((name) => policy(name, 500));
    expect(planPriorities(falling)).toEqual({ kind: "full" });
    expect(planPriorities(falling.slice(1)).kind).toBe("ok");
  });

  it("makes exactly the wanted order with the fewest changes possible", () => {
    const some = fc.record({
      priority: fc.oneof(fc.constantFrom(0, 1, 2, 3, 998, 999, 1000), fc.integer({ min: 0, max: 1000 })),
      effect: fc.constantFrom<Effect[]>("allow", "deny", "require_approval"),
    });
    const orders = fc.array(some, { minLength: 1, maxLength: 7 }).chain((list) =>
      fc.shuffledSubarray(
        list.map(({ priority, effect }, index) => policy(`p${index}`, priority, effect)),
        { minLength: list.length, maxLength: list.length },
      ),
    );
    fc.assert(
      fc.property(orders, fc.constantFrom("p0", "p3"), (wanted, moved) => {
        const plan = planPriorities(wanted, new Set([moved]));
        if (plan.kind === "full") throw new Error("Seven policies always have room.");
        expect(orderAfter(wanted, plan.changes)).toEqual(wanted.map(({ id }) => id));
        expect(plan.changes.every(({ to }) => Number.isInteger(to) && to >= 0 && to <= LIMITS.priority)).toBe(
          true,
        );
        expect(plan.changes.length).toBe(fewest(wanted));
      }),
      { numRuns: 1000 },
    );
  });
});

function orderAfter(
  wanted: readonly IdentifiedPolicy[],
  changes: readonly { id: string; to: number }[],
): string[] {
  const to = new Map(changes.map((change) => [change.id, change.to]));
  return wanted
    .map((one) => ({ ...one, priority: to.get(one.id) ?? one.priority ?? 0 }))
    .sort(comparePolicies)
    .map(({ id }) => id);
}

/** Tries every set of policies that might keep their numbers, giving the others the lowest that is allowed. */
function fewest(wanted: readonly IdentifiedPolicy[]): number {
  let best = wanted.length;
  for (let mask = 0; mask < 2 ** wanted.length; mask += 1) {
    const keeps = wanted.map((_, index) => ((mask >> index) & 1) === 1);
    const changed = keeps.filter((keep) => !keep).length;
    if (changed < best && fits(wanted, keeps)) best = changed;
  }
  return best;
}

function fits(wanted: readonly IdentifiedPolicy[], keeps: readonly boolean[]): boolean {
  let last: IdentifiedPolicy | null = null;
  for (const [index, one] of wanted.entries()) {
    let priority = keeps[index] ? (one.priority ?? 0) : (last?.priority ?? 0);
    if (!keeps[index] && last && comparePolicies(last, { ...one, priority }) > 0) priority += 1;
    const placed: IdentifiedPolicy = { ...one, priority };
    if (priority > LIMITS.priority || (last && comparePolicies(last, placed) > 0)) return false;
    last = placed;
  }
  return true;
}
