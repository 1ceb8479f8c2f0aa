import * as z from "zod";
import { LIMITS } from "../policy/limits";
import { id, text } from "./common";
import { says } from "./faults";
import { policy } from "./policies";

const isNamedOnce = (changes: readonly { id: string }[]) =>
  new Set(changes.map((change) => change.id)).size === changes.length;

/** Priorities of several policies, changed together or not at all. */
export const reorderPolicies = z.strictObject({
  changes: z
    .array(
      z.strictObject({
        id: id("pol"),
        /** The version that the order was seen with. */
        version: z.number().int().min(1).max(2_147_483_647),
        priority: z.number().int().min(0).max(LIMITS.priority),
      }),
    )
    .min(1)
    .max(1000)
    .refine(isNamedOnce, says("must name each policy once", "named_twice")),
  note: text(500).default(""),
});
export type ReorderPolicies = z.infer<typeof reorderPolicies>;

/** The policies that were named, as they are now, in the order of the changes. */
export const reorderedPolicies = z.object({ items: z.array(policy) });
export type ReorderedPolicies = z.infer<typeof reorderedPolicies>;
