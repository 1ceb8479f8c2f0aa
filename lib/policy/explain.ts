import { NO_MATCH, policyDecision } from "./decision";
import { type Interpretation, type InterpretedOperand, interpret } from "./interpret";
import { FALSE, type Kleene, kleeneName, TRUE, UNKNOWN } from "./kleene";
import { matchesName } from "./name-pattern";
import { onUnknown } from "./policy-order";
import { requestAction, requestResourceType } from "./request-names";
import type { Decision, Effect, IdentifiedPolicy, Literal, PolicyContext, TruthValue } from "./types";

export interface ExplainOptions {
  /** Policies whose action patterns do not match are traced too. */
  readonly includeUnrelated?: boolean;
}

/** An attribute that made a test unknown: not there, or not of the type the test needs. */
export interface UnknownPath {
  readonly path: string;
  readonly problem: "missing" | "mistyped";
}

export type OperandTrace =
  | { readonly path: string; readonly present: boolean; readonly value?: unknown }
  | { readonly literal: Literal };

/** A condition's nodes with their values. */
export type ConditionTrace =
  | { readonly kind: "constant"; readonly value: TruthValue }
  | {
      readonly kind: "group";
      readonly op: string;
      readonly value: TruthValue;
      readonly children: readonly ConditionTrace[];
    }
  | {
      readonly kind: "test";
      readonly op: string;
      readonly value: TruthValue;
      readonly operands: readonly OperandTrace[];
    };

/** What one policy said about a request. Plain JSON: the API hands it out as it stands. */
export interface PolicyTrace {
  readonly policy_id: string;
  readonly display_name: string;
  readonly effect: Effect;
  readonly action_matched: boolean;
  readonly resource_matched: boolean;
  /** The condition's value (with an unknown resource type counted in); null where the names did not match. */
  readonly value: TruthValue | null;
  readonly unknown_paths: readonly UnknownPath[];
  /** True for the decisive policy alone: the last one of a trace. */
  readonly matched: boolean;
  /** Null where the policy has no condition, or its names did not match. */
  readonly condition: ConditionTrace | null;
}

export interface Explanation {
  readonly decision: Decision;
  /** The policies looked at, in order, up to and including the decisive one. */
  readonly trace: readonly PolicyTrace[];
}

/**
 * Decides as `decide` does, by looking at each policy in order and noting what it says.
 * @param candidates policies in the order of evaluation; those left out must have no matching action pattern
 */
export function explain(candidates: readonly IdentifiedPolicy[], ctx: PolicyContext): Explanation {
  const trace: PolicyTrace[] = [];
  for (const policy of candidates) {
    const { entry, value } = tracePolicy(policy, ctx);
    trace.push(entry);
    if (entry.matched) {
      const reason = value === TRUE ? "policy_matched" : "policy_matched_unknown";
      return { decision: policyDecision(policy, reason), trace };
    }
  }
  return { decision: NO_MATCH, trace };
}

function tracePolicy(policy: IdentifiedPolicy, ctx: PolicyContext): { entry: PolicyTrace; value: Kleene } {
  const action = requestAction(ctx);
  const actionMatched = action !== null && policy.actions.some((pattern) => matchesName(pattern, action));
  const resource = resourceValue(policy, ctx);
  const applies = actionMatched && resource !== FALSE;
  const condition = applies && policy.condition !== undefined ? interpret(policy.condition, ctx) : null;
  const value = Math.min(resource, condition?.value ?? TRUE) as Kleene;
  const matched = applies && (value === TRUE || (value === UNKNOWN && onUnknown(policy) === "match"));
  const entry: PolicyTrace = {
    policy_id: policy.id,
    display_name: policy.display_name,
    effect: policy.effect,
    action_matched: actionMatched,
    resource_matched: resource === TRUE,
    value: applies ? kleeneName(value) : null,
    unknown_paths: applies && value === UNKNOWN ? unknownPaths(resource, condition) : [],
    matched,
    condition: condition && traceCondition(condition),
  };
  return { entry, value };
}

function resourceValue(policy: IdentifiedPolicy, ctx: PolicyContext): Kleene {
  const patterns = policy.resource_types ?? [];
  if (patterns.length === 0) return TRUE;
  const type = requestResourceType(ctx);
  if (type === null) return UNKNOWN;
  return patterns.some((pattern) => matchesName(pattern, type)) ? TRUE : FALSE;
}

function unknownPaths(resource: Kleene, condition: Interpretation | null): readonly UnknownPath[] {
  const found = new Map<string, UnknownPath>();
  if (resource === UNKNOWN) found.set("ctx.resource.type", { path: "ctx.resource.type", problem: "missing" });
  if (condition !== null) collectUnknown(condition, found);
  return [...found.values()];
}

/** Goes down the unknown nodes only: what lies under a known one did not make the condition unknown. */
function collectUnknown(node: Interpretation, found: Map<string, UnknownPath>): void {
  if (node.value !== UNKNOWN || node.kind === "constant") return;
  if (node.kind === "group") {
    for (const child of node.children) collectUnknown(child, found);
    return;
  }
  const references = node.operands.filter((operand) => operand.kind === "reference");
  const missing = references.filter((operand) => !operand.present);
  const problem = missing.length > 0 ? "missing" : "mistyped";
  for (const { path } of missing.length > 0 ? missing : references) {
    if (!found.has(path)) found.set(path, { path, problem });
  }
}

function traceCondition(node: Interpretation): ConditionTrace {
  const value = kleeneName(node.value);
  if (node.kind === "constant") return { kind: "constant", value };
  if (node.kind === "group") {
    return { kind: "group", op: node.op, value, children: node.children.map(traceCondition) };
  }
  return { kind: "test", op: node.op, value, operands: node.operands.map(traceOperand) };
}

function traceOperand(operand: InterpretedOperand): OperandTrace {
  if (operand.kind === "literal") return { literal: operand.value };
  const { path, present, value } = operand;
  return present ? { path, present, value } : { path, present };
}
