"use client";

import { useMemo, useState } from "react";
import type { PolicyView } from "@/lib/contracts/policies";
import { type IdentifiedPolicy, type PriorityPlan, planPriorities } from "@/lib/policy";

export interface Order {
  /** The order that the moves were made from. */
  readonly before: readonly PolicyView[];
  readonly after: readonly PolicyView[];
  readonly plan: PriorityPlan;
  readonly changed: boolean;
  /** Puts a policy at the place of another, or at a place by its number. */
  readonly move: (id: string, place: number) => void;
  /** Begins anew from what is in force now. */
  readonly begin: (policies: readonly PolicyView[]) => void;
}

/** An order under way. What others publish meanwhile does not move anything under the hand; saving finds out. */
export function useOrder(policies: readonly PolicyView[]): Order {
  const [before, setBefore] = useState(policies);
  const [after, setAfter] = useState(policies);
  const [moved, setMoved] = useState<ReadonlySet<string>>(new Set());
  const plan = useMemo(
    () =>
      planPriorities(
        after.map(({ id, document }) => ({ ...document, id }) as unknown as IdentifiedPolicy),
        moved,
      ),
    [after, moved],
  );
  return {
    before,
    after,
    plan,
    changed: after.some((policy, index) => policy.id !== before[index]?.id),
    move: (id, place) => {
      const policy = after.find((one) => one.id === id);
      if (policy === undefined) return;
      const others = after.filter((one) => one.id !== id);
      setAfter([...others.slice(0, place), policy, ...others.slice(place)]);
      setMoved(new Set([...moved, id]));
    },
    begin: (newest) => {
      setBefore(newest);
      setAfter(newest);
      setMoved(new Set());
    },
  };
}
