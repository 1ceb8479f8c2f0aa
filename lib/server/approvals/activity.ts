import "server-only";
import type { ApprovalActivity } from "@/lib/contracts/approvals";
import type { Caller } from "../caller";
import { now as currentTime } from "../clock";
import { withTenant } from "../db/tenancy";
import { currentState } from "../decision-state";
import { forbidden, notFound } from "../errors";
import { findActivity } from "./activity-store";
import { mayVote } from "./eligibility";
import { findApproval } from "./store";

const HOUR_MS = 3_600_000;

/**
 * What the agent behind a request was answered in the last hour: for the people who may decide the request now, who need
 * not hold audit.read. It opens no sealed value and looks for no one record, so nothing is to be told to the log.
 *
 * @throws AppError not_found when there is no such request or no agent behind it, forbidden when the caller may not vote.
 */
export async function getApprovalActivity(caller: Caller, id: string): Promise<ApprovalActivity> {
  const { organizationId } = caller;
  const state = await currentState(organizationId);
  const approval = await withTenant(organizationId, (tx) => findApproval(tx, id));
  if (!approval || !caller.permissions.has("approvals.read")) throw notFound("approval");
  const now = currentTime();
  if (caller.kind !== "user") throw forbidden("Only a person can decide a request.");
  const eligibility = mayVote(state, approval, caller.id, now);
  if (!eligibility.allowed) throw forbidden(eligibility.message);
  if (approval.subjectType !== "agent") throw notFound("agent behind this request");
  const since = new Date(now.getTime() - HOUR_MS);
  const { allow, deny, require_approval, ...rest } = await findActivity(organizationId, {
    agentId: approval.subjectId,
    resourceType: approval.resourceType,
    exceptDecisionId: approval.decisionId,
    since,
  });
  return { since: since.toISOString(), counts: { allow, deny, require_approval }, ...rest };
}
