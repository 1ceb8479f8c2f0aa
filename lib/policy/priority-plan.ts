import { DEFAULT_PRIORITY, LIMITS } from "./limits";
import { comparePolicies } from "./policy-order";
import type { IdentifiedPolicy } from "./types";

export interface PriorityChange {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

export type PriorityPlan =
  | { readonly kind: "ok"; readonly changes: readonly PriorityChange[] }
  /** There are not enough numbers from 0 to the highest priority to tell the policies apart. */
  | { readonly kind: "full" };

/** How far apart policies are put at either end of the order; where there is less room, they share it. */
const STEP = 10;

/**
 * The fewest priorities to change so that policies are looked at in a wanted order. A policy that keeps its place
 * keeps its number; one that moves gets a number between its neighbours, with room on both sides where there is some.
 * Neighbours share a number only where the tie between them falls the wanted way (spec: "Matching and order").
 *
 * @param wanted every policy of the set, first to last
 * @param moved ids that had better change than others, where either would do
 * @returns the changes in the wanted order; applied together they make exactly this order
 */
export function planPriorities(
  wanted: readonly IdentifiedPolicy[],
  moved: ReadonlySet<string> = new Set(),
): PriorityPlan {
  const steps = stepsBefore(wanted);
  const room = LIMITS.priority - (steps.at(-1) ?? 0);
  if (room < 0) return { kind: "full" };
  const kept = keptPlaces(wanted, steps, room, moved);
  const numbers = numbersFor(wanted, steps, kept);
  const changes = wanted.flatMap((policy, index) => {
    const from = policy.priority ?? DEFAULT_PRIORITY;
    const to = numbers[index] ?? from;
    return to === from ? [] : [{ id: policy.id, from, to }];
  });
  return { kind: "ok", changes };
}

const priorityOf = (policy: IdentifiedPolicy | undefined) => policy?.priority ?? DEFAULT_PRIORITY;

/** For each place, by how much its number has to exceed that of the first: by one for each tie that falls wrong. */
function stepsBefore(wanted: readonly IdentifiedPolicy[]): readonly number[] {
  let steps = 0;
  return wanted.map((policy, index) => {
    const before = wanted[index - 1];
    const tied = before && comparePolicies({ ...before, priority: 0 }, { ...policy, priority: 0 });
    if (tied !== undefined && tied > 0) steps += 1;
    return steps;
  });
}

/**
 * Which places may keep their numbers. Between two kept ones all between them have to fit, which is to say that
 * number less steps does not fall from one to the next; it may not leave 0 to `room` either, for those at the ends. So
 * the longest such sequence is the answer, and among the longest the one that keeps the fewest that were moved.
 */
function keptPlaces(
  wanted: readonly IdentifiedPolicy[],
  steps: readonly number[],
  room: number,
  moved: ReadonlySet<string>,
): readonly number[] {
  const best: { weight: number; before: number }[] = [];
  let last = -1;
  wanted.forEach((policy, index) => {
    const slack = priorityOf(policy) - (steps[index] ?? 0);
    if (slack < 0 || slack > room) {
      best.push({ weight: Number.NEGATIVE_INFINITY, before: -1 });
      return;
    }
    let found = { weight: 0, before: -1 };
    for (let at = 0; at < index; at += 1) {
      const weight = best[at]?.weight ?? 0;
      if (weight > found.weight && priorityOf(wanted[at]) - (steps[at] ?? 0) <= slack)
        found = { weight, before: at };
    }
    const own = wanted.length + (moved.has(policy.id) ? 0 : 1);
    best.push({ weight: found.weight + own, before: found.before });
    if (last === -1 || found.weight + own > (best[last]?.weight ?? 0)) last = index;
  });
  const kept: number[] = [];
  for (let at = last; at !== -1; at = best[at]?.before ?? -1) kept.unshift(at);
  return kept;
}

/** Numbers for all places: the kept ones' own, and for the others one as near the middle of their gap as may be. */
function numbersFor(
  wanted: readonly IdentifiedPolicy[],
  steps: readonly number[],
  kept: readonly number[],
): readonly number[] {
  const numbers: number[] = [];
  const isKept = new Set(kept);
  const total = steps.at(-1) ?? 0;
  wanted.forEach((policy, index) => {
    if (isKept.has(index)) {
      numbers.push(priorityOf(policy));
      return;
    }
    const after = kept.find((at) => at > index);
    const step = (steps[index] ?? 0) - (steps[index - 1] ?? 0);
    const lowest = index === 0 ? 0 : (numbers[index - 1] ?? 0) + step;
    const highest =
      after === undefined
        ? LIMITS.priority - (total - (steps[index] ?? 0))
        : priorityOf(wanted[after]) - ((steps[after] ?? 0) - (steps[index] ?? 0));
    const ideal = idealNumber(wanted, kept, index, after);
    numbers.push(Math.min(Math.max(ideal, lowest), highest));
  });
  return numbers;
}

function idealNumber(
  wanted: readonly IdentifiedPolicy[],
  kept: readonly number[],
  index: number,
  after: number | undefined,
): number {
  const before = kept.findLast((at) => at < index);
  if (before === undefined && after === undefined) {
    return Math.round((LIMITS.priority * (index + 1)) / (wanted.length + 1));
  }
  if (before === undefined) {
    const first = after ?? 0;
    const high = priorityOf(wanted[first]);
    return Math.max(high - STEP * (first - index), Math.round((high * (index + 1)) / (first + 1)));
  }
  const low = priorityOf(wanted[before]);
  if (after === undefined) {
    const share = ((LIMITS.priority - low) * (index - before)) / (wanted.length - before);
    return Math.min(low + STEP * (index - before), low + Math.round(share));
  }
  return low + Math.round(((priorityOf(wanted[after]) - low) * (index - before)) / (after - before));
}
