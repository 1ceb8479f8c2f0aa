import { isGroup } from "./is-group";
import { readOperand } from "./operand";
import { formatReference } from "./reference";
import type { Condition, Policy } from "./types";

/**
 * The attribute paths that a condition reads, in one spelling each (`ctx.resource.attrs["a.b"]`), sorted.
 */
export function conditionReferences(condition: Condition): readonly string[] {
  const paths = new Set<string>();
  collect(condition, paths);
  return [...paths].sort();
}

/** The attribute paths that policies read, in their conditions and their approvals' relationships, sorted. */
export function policyReferences(policies: Iterable<Policy>): readonly string[] {
  const paths = new Set<string>();
  for (const { condition, approval } of policies) {
    if (condition !== undefined) collect(condition, paths);
    if (approval?.relationship !== undefined) collect(approval.relationship, paths);
  }
  return [...paths].sort();
}

function collect(condition: Condition, paths: Set<string>): void {
  if (typeof condition === "boolean") return;
  if (isGroup(condition)) {
    for (const child of condition.args) collect(child, paths);
    return;
  }
  for (const arg of condition.args) {
    const operand = readOperand(arg);
    if (operand.kind === "reference") paths.add(formatReference(operand.path));
  }
}
