import "server-only";
import type { Actor } from "../caller";
import { type EventData, type LedgerEvent, sealed } from "../db/ledger/events";
import { newId } from "../ids";
import type { ApprovalRecord } from "./record";

type ApprovalEventType =
  | "approval.requested"
  | "approval.voted"
  | "approval.approved"
  | "approval.denied"
  | "approval.expired"
  | "approval.cancelled"
  | "approval.escalated"
  | "approval.commented"
  | "decision.consumed";

/** What happened to an approval. What people write may name a patient, so it is sealed. */
export function approvalEvent(
  type: ApprovalEventType,
  approval: ApprovalRecord,
  actor: Actor,
  more: EventData = {},
): LedgerEvent {
  return {
    id: newId("evt"),
    type,
    actor,
    data: {
      approval_id: approval.id,
      decision_id: approval.decisionId,
      policy_id: approval.policyId,
      policy_version: approval.policyVersion,
      subject: { type: approval.subjectType, id: approval.subjectId },
      action: approval.action,
      resource: { type: approval.resourceType, id: sealed(approval.resourceId) },
      ...more,
    },
    action: approval.action,
    resourceType: approval.resourceType,
    agentId: approval.subjectType === "agent" ? approval.subjectId : undefined,
    policyId: approval.policyId,
    approvalId: approval.id,
  };
}

/** Free text, or nothing when it is empty. */
export const textForLog = (name: string, text: string): EventData =>
  text === "" ? {} : { [name]: sealed(text) };
