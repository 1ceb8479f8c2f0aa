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

/** What the state says of a request; only an approval can still turn `require_approval` into `allow`. */
export interface Judgement {
  effect: Effect;
  reason: DecisionReason;
  message: string;
  resolved: Resolved;
  /** Null when a gate or the roles decided. */
  policy: PolicyDecision | null;
  obligations: readonly Obligation[];
  /** Emergency grants without which the answer would have been another. */
  grants: readonly GrantRecord[];
  steps: TraceStep[];
}

/** Gates, then roles widened by grants, then policies. Pure and synchronous: the group writer may call it again. */
export function judge(state: DecisionState, asked: Asked, now: Date, spent: Spent): Judgement {
  const resolved = resolve(state, asked, now);
  const steps: TraceStep[] = [];
  const refuse = (step: TraceStep["step"], reason: DecisionReason, message: string): Judgement => {
    steps.push({ step, outcome: "deny", message });
    return { effect: "deny", reason, message, resolved, policy: null, obligations: [], grants: [], steps };
  };

  const closed = closedGate(state, asked, resolved, spent);
  if (closed) return refuse("gates", closed.reason, closed.message);
  steps.push({ step: "gates", outcome: "pass", message: "Every gate is open." });

  const permission = permit(state, asked, resolved, now);
  if (permission.missing) return refuse("permissions", "not_permitted", permission.missing);
  steps.push({ step: "permissions", outcome: "pass", message: permission.message });

  const policy = state.policies.decide(resolved.context);
  return weigh(state, asked, resolved, now, policy, permission.grants, steps);
}

interface Permission {
  missing: string | null;
  message: string;
  grants: GrantRecord[];
}

/** What the subject's roles permit, cut to what the person it acts for is permitted; live grants widen either side. */
function permit(state: DecisionState, asked: Asked, resolved: Resolved, now: Date): Permission {
  const { action, resource } = asked;
  const attrs = resolved.context.resource?.attrs ?? {};
  const used: GrantRecord[] = [];
  const sides = [
    { who: "subject", ref: asked.subject, roles: resolved.subject?.roles ?? [] },
    ...(resolved.principal
      ? [
          {
            who: "person acted for",
            ref: { type: "user", id: resolved.principal.id },
            roles: resolved.principal.roles,
          },
        ]
      : []),
  ];
  const through: string[] = [];
  for (const side of sides) {
    const role = permittingRole(state, side.roles, action.name, resource.type);
    if (role) {
      through.push(`the ${side.who} as ${role}`);
      continue;
    }
    const grants = grantsFor(state, side.ref, asked, attrs, now);
    if (grants.length === 0) {
      const message = `No role of the ${side.who} permits ${action.name} on ${resource.type}. An administrator can give a role that does.`;
      return { missing: message, message, grants: [] };
    }
    used.push(...grants);
    through.push(`the ${side.who} by emergency access`);
  }
  return { missing: null, message: `Permitted: ${through.join(", ")}.`, grants: used };
}

function weigh(
  state: DecisionState,
  asked: Asked,
  resolved: Resolved,
  now: Date,
  policy: PolicyDecision,
  widening: readonly GrantRecord[],
  steps: TraceStep[],
): Judgement {
  const name =
    policy.matchedPolicyId === null
      ? ""
      : state.policyRecords.get(policy.matchedPolicyId)?.policy.display_name;
  const base = { resolved, policy, obligations: policy.obligations, grants: widening, steps };
  if (policy.matchedPolicyId === null) {
    const message = "No policy allows this, so it is denied.";
    steps.push({ step: "policies", outcome: "deny", message });
    return { ...base, effect: "deny", reason: "no_matching_policy", message };
  }
  if (policy.effect !== "require_approval") {
    const message =
      policy.effect === "allow" ? `Allowed by the policy “${name}”.` : `Denied by the policy “${name}”.`;
    steps.push({ step: "policies", outcome: policy.effect, message });
    return { ...base, effect: policy.effect, reason: "policy", message };
  }
  steps.push({
    step: "policies",
    outcome: "require_approval",
    message: `The policy “${name}” asks for an approval.`,
  });
  const answering = grantsFor(state, asked.subject, asked, resolved.context.resource?.attrs ?? {}, now);
  if (answering.length > 0) {
    const message = `Emergency access stands in for the approval that the policy “${name}” asks for.`;
    steps.push({ step: "grants", outcome: "allow", message });
    return { ...base, effect: "allow", reason: "grant", message, grants: [...widening, ...answering] };
  }
  return {
    ...base,
    effect: "require_approval",
    reason: "approval_required",
    message: `The policy “${name}” asks for an approval. Wait for it, then ask again with approval_id.`,
  };
}
