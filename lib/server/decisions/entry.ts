import "server-only";
import type { DecisionReason } from "@/lib/contracts/decision-reasons";
import type { Effect } from "@/lib/contracts/decisions";
import type { JsonObject, JsonValue } from "@/lib/policy";
import { type EventData, type EventValue, type LedgerEvent, sealed } from "../db/ledger/events";
import type { DecisionState } from "../decision-state";
import type { Credential } from "../identity";
import type { Asked, Asker } from "./asked";
import { askerActor } from "./asker-actor";
import type { Judgement } from "./pipeline";

const MAX_PLAIN_CHARACTERS = 200;

/** What is recorded of a decision, beside the request and the judgement. */
export interface Outcome {
  decisionId: string;
  effect: Effect;
  reason: DecisionReason;
  approvalId: string | null;
}

/** The ledger's entry of a decision: our own ids in the open, what the caller said of the patient as commitments. */
export function decisionEvent(
  state: DecisionState,
  asker: Asker,
  asked: Asked,
  judgement: Judgement,
  outcome: Outcome,
): LedgerEvent {
  const policyId = judgement.policy?.matchedPolicyId ?? null;
  const known = judgement.resolved.subject !== null;
  const data: EventData = {
    decision_id: outcome.decisionId,
    effect: outcome.effect,
    reason: outcome.reason,
    policy_id: policyId,
    policy_version: policyId === null ? null : (state.policyRecords.get(policyId)?.version ?? null),
    state_version: state.version,
    // An id that nobody here gave out may be anything, a patient's name among it.
    subject: { type: asked.subject.type, id: known ? asked.subject.id : sealed(asked.subject.id) },
    action: asked.action.name,
    resource: {
      type: asked.resource.type,
      ...(asked.resource.id !== null && { id: sealed(asked.resource.id) }),
      attrs: attributesForLog(asked.resource.attrs, state.safeToLog),
    },
    context: attributesForLog(asked.context, state.safeToLog),
    request_id: asker.requestId,
  };
  if (asked.principalId !== null) {
    data.on_behalf_of = {
      type: "user",
      id: judgement.resolved.principal ? asked.principalId : sealed(asked.principalId),
    };
  }
  if (Object.keys(asked.action.attrs).length > 0)
    data.action_attrs = attributesForLog(asked.action.attrs, state.safeToLog);
  if (Object.keys(asked.subject.attrs).length > 0)
    data.subject_attrs = attributesForLog(asked.subject.attrs, state.safeToLog);
  if (outcome.approvalId !== null) data.approval_id = outcome.approvalId;
  if (judgement.grants.length > 0) data.grant_ids = [...new Set(judgement.grants.map((grant) => grant.id))];
  if (judgement.obligations.length > 0)
    data.obligations = judgement.obligations.map((obligation) => obligation.type);
  Object.assign(data, credentialForLog(asker.credential));
  return {
    id: outcome.decisionId,
    type: "decision.evaluated",
    actor: askerActor(state, asker),
    data,
    effect: outcome.effect,
    action: asked.action.name,
    resourceType: asked.resource.type,
    agentId: judgement.resolved.agent?.id,
    policyId: policyId ?? undefined,
    approvalId: outcome.approvalId ?? undefined,
    countsFor: outcome.effect === "allow" ? judgement.resolved.agent?.id : undefined,
  };
}

/** By what the asker signed in. The subject is the one that was bound; a token's own id is whatever its issuer made it. */
function credentialForLog(credential: Credential): EventData {
  if (credential.kind === "key") return { key_id: credential.keyId };
  const { issuerId, bindingId, subject, tokenId } = credential;
  return {
    token: {
      issuer_id: issuerId,
      binding_id: bindingId,
      subject,
      ...(tokenId !== null && { id: sealed(tokenId) }),
    },
  };
}

/** Values of names that the organization calls safe stand in the open when they are short and plain; all others sealed. */
export function attributesForLog(attrs: JsonObject, safe: ReadonlySet<string>): EventData {
  const logged: EventData = {};
  for (const [name, value] of Object.entries(attrs)) {
    if (value === undefined) continue;
    logged[name] = safe.has(name) && isPlain(value) ? (value as EventValue) : sealed(value as never);
  }
  return logged;
}

function isPlain(value: JsonValue): boolean {
  if (typeof value === "string") return value.length <= MAX_PLAIN_CHARACTERS;
  if (Array.isArray(value))
    return (
      value.length <= 50 && value.every((item) => typeof item !== "object" && isPlain(item as JsonValue))
    );
  return value === null || typeof value === "number" || typeof value === "boolean";
}
