import "server-only";
import type { DecisionReason } from "@/lib/contracts/decision-reasons";
import type { Effect, TraceStep } from "@/lib/contracts/decisions";
import type { Obligation, Decision as PolicyDecision } from "@/lib/policy";
import type { Spent } from "../db/ledger/group-writer";
import type { DecisionState, GrantRecord } from "../decision-state";
import type { Asked } from "./asked";
import { closedGate } from "./gates";
import { grantsFor, permittingRole } from "./permissions";
import { type Resolved, resolve } from "./resolve";
import { type Said, say } from "./step-sentences";

/** One line of what the pipeline did. */
type Step = Said & Pick<TraceStep, "step" | "outcome">;

/** What the state says of a request; only an approval can still turn `require_approval` into `allow`. */
export interface Judgement extends Said {
  effect: Effect;
  reason: DecisionReason;
  resolved: Resolved;
  /** Null when a gate or the roles decided. */
  policy: PolicyDecision | null;
  obligations: readonly Obligation[];
  /** Emergency grants without which the answer would have been another. */
  grants: readonly GrantRecord[];
  steps: Step[];
}

/** Gates, then roles widened by grants, then policies. Pure and synchronous: the group writer may call it again. */
export function judge(state: DecisionState, asked: Asked, now: Date, spent: Spent): Judgement {
  const resolved = resolve(state, asked, now);
  const steps: Step[] = [];
  const refuse = (step: TraceStep["step"], reason: DecisionReason, why: Said): Judgement => {
    steps.push({ step, outcome: "deny", ...why });
    return { effect: "deny", reason, ...why, resolved, policy: null, obligations: [], grants: [], steps };
  };

  const closed = closedGate(state, asked, resolved, spent);
  if (closed) return refuse("gates", closed.reason, closed.said);
  steps.push({ step: "gates", outcome: "pass", ...say("gates_open", {}) });

  const permission = permit(state, asked, resolved, now);
  if (permission.isMissing) return refuse("permissions", "not_permitted", permission.said);
  steps.push({ step: "permissions", outcome: "pass", ...permission.said });

  const policy = state.policies.decide(resolved.context);
  return weigh(state, asked, resolved, now, policy, permission.grants, steps);
}

interface Permission {
  isMissing: boolean;
  said: Said;
  grants: GrantRecord[];
}

/** What the subject's roles permit, cut to what the person it acts for is permitted; live grants widen either side. */
function permit(state: DecisionState, asked: Asked, resolved: Resolved, now: Date): Permission {
  const attrs = resolved.context.resource?.attrs ?? {};
  const { principal } = resolved;
  const used: GrantRecord[] = [];
  /** The role that permits it, "" for grants that do; null when nothing does. */
  const through = (ref: { type: string; id: string }, roles: readonly string[]): string | null => {
    const role = permittingRole(state, roles, asked.action.name, asked.resource.type);
    if (role !== null) return role;
    const grants = grantsFor(state, ref, asked, attrs, now);
    used.push(...grants);
    return grants.length === 0 ? null : "";
  };
  const subjectRole = through(asked.subject, resolved.subject?.roles ?? []);
  if (subjectRole === null) return notPermitted("subject", asked);
  const principalRole = principal && through({ type: "user", id: principal.id }, principal.roles);
  if (principal && principalRole === null) return notPermitted("principal", asked);
  const permitted = say("permitted", {
    subject: subjectRole === "" ? "emergency" : "role",
    subject_role: subjectRole,
    principal: principalRole === null ? "none" : principalRole === "" ? "emergency" : "role",
    principal_role: principalRole ?? "",
  });
  return { isMissing: false, said: permitted, grants: used };
}

function notPermitted(side: "subject" | "principal", { action, resource }: Asked): Permission {
  const params = { side, action: action.name, resource_type: resource.type };
  return { isMissing: true, said: say("not_permitted", params), grants: [] };
}

function weigh(
  state: DecisionState,
  asked: Asked,
  resolved: Resolved,
  now: Date,
  policy: PolicyDecision,
  widening: readonly GrantRecord[],
  steps: Step[],
): Judgement {
  const base = { resolved, policy, obligations: policy.obligations, grants: widening, steps };
  if (policy.matchedPolicyId === null) {
    const none = say("no_policy", {});
    steps.push({ step: "policies", outcome: "deny", ...none });
    return { ...base, effect: "deny", reason: "no_matching_policy", ...none };
  }
  const named = { policy: state.policyRecords.get(policy.matchedPolicyId)?.policy.display_name ?? "" };
  if (policy.effect !== "require_approval") {
    const said = say(policy.effect === "allow" ? "policy_allows" : "policy_denies", named);
    steps.push({ step: "policies", outcome: policy.effect, ...said });
    return { ...base, effect: policy.effect, reason: "policy", ...said };
  }
  steps.push({ step: "policies", outcome: "require_approval", ...say("policy_asks", named) });
  const answering = grantsFor(state, asked.subject, asked, resolved.context.resource?.attrs ?? {}, now);
  if (answering.length > 0) {
    const said = say("grant_stands_in", named);
    steps.push({ step: "grants", outcome: "allow", ...said });
    return { ...base, effect: "allow", reason: "grant", ...said, grants: [...widening, ...answering] };
  }
  const waits = say("policy_asks_to_wait", named);
  return { ...base, effect: "require_approval", reason: "approval_required", ...waits };
}
