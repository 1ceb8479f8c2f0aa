import "server-only";
import type { Approval } from "@/lib/contracts/approvals";
import { actorOf, type Caller, systemCaller } from "../caller";
import { now as currentTime } from "../clock";
import { prisma } from "../db/prisma";
import { recordMutation, Unchanged } from "../db/record-mutation";
import { conflict, forbidden, notFound } from "../errors";
import { newId } from "../ids";
import { log } from "../log";
import { approvalEvent, textForLog } from "./events";
import { getApproval } from "./read";
import type { ApprovalRecord } from "./record";
import { advanceApproval, findApproval, insertComment, listDueApprovals } from "./store";

const SWEEP_LIMIT = 500;

/** Withdrawn by the agent that asked, or by somebody with approvals.cancel. */
export async function cancelApproval(caller: Caller, id: string, reason: string): Promise<Approval> {
  await recordMutation(
    caller,
    (approval: ApprovalRecord) =>
      approvalEvent("approval.cancelled", approval, actorOf(caller), textForLog("reason", reason)),
    async (tx) => {
      const approval = await findApproval(tx, id);
      const isOwn =
        approval !== null && approval.subjectType === "agent" && approval.subjectId === caller.agentId;
      if (
        !approval ||
        !(isOwn || caller.permissions.has("approvals.cancel") || caller.permissions.has("approvals.read"))
      ) {
        throw notFound("approval");
      }
      if (!isOwn && !caller.permissions.has("approvals.cancel"))
        throw forbidden("Only the agent that asked can cancel its request.");
      const now = currentTime();
      const cancelled = await advanceApproval(
        tx,
        approval,
        { states: ["pending", "approved"], unexpiredAt: now },
        {
          state: "cancelled",
          resolvedAt: now,
          resolvedBy: caller.kind === "user" ? caller.id : null,
          reason,
        },
      );
      if (!cancelled)
        throw conflict(`This request is already ${approval.expiresAt <= now ? "expired" : approval.state}.`);
      return approval;
    },
  );
  return getApproval(caller, id);
}

/** Talk between those who decide; it changes nothing of the request. */
export async function commentOnApproval(caller: Caller, id: string, body: string): Promise<Approval> {
  if (caller.kind !== "user") throw forbidden("Only a person can comment.");
  await recordMutation(
    caller,
    (approval: ApprovalRecord) =>
      approvalEvent("approval.commented", approval, actorOf(caller), textForLog("comment", body)),
    async (tx) => {
      const approval = await findApproval(tx, id);
      if (!approval) throw notFound("approval");
      await insertComment(tx, approval, caller.id, body);
      return approval;
    },
  );
  return getApproval(caller, id);
}

/** Closes one request whose time is over: pending ones were never answered, approved ones never used. */
async function expireApproval(organizationId: string, id: string): Promise<void> {
  const caller = systemCaller(organizationId, newId("req"));
  await recordMutation(
    caller,
    (approval: ApprovalRecord) =>
      approvalEvent("approval.expired", approval, actorOf(caller), { was: approval.state }),
    async (tx) => {
      const approval = await findApproval(tx, id);
      const now = currentTime();
      if (!approval || approval.expiresAt > now) throw new Unchanged(undefined);
      const expired = await advanceApproval(
        tx,
        approval,
        { states: ["pending", "approved"], unexpiredAt: null },
        { state: "expired", ...(approval.state === "pending" && { resolvedAt: now }) },
      );
      if (!expired) throw new Unchanged(undefined);
      return approval;
    },
  );
}

/** Opens a request that waits too long to the roles its policy escalates to. */
async function escalateApproval(organizationId: string, id: string): Promise<void> {
  const caller = systemCaller(organizationId, newId("req"));
  await recordMutation(
    caller,
    (approval: ApprovalRecord) =>
      approvalEvent("approval.escalated", approval, actorOf(caller), {
        to_roles: [...approval.terms.escalate_to_roles],
      }),
    async (tx) => {
      const approval = await findApproval(tx, id);
      const now = currentTime();
      if (!approval || approval.escalatedAt !== null) throw new Unchanged(undefined);
      const roles = approval.terms.stages[approval.stage]?.approver_roles ?? [];
      const escalated = await advanceApproval(
        tx,
        approval,
        { states: ["pending"], unexpiredAt: now },
        {
          escalatedAt: now,
          ...(roles.length > 0 && {
            approverRoles: [...new Set([...roles, ...approval.terms.escalate_to_roles])],
          }),
        },
      );
      if (!escalated) throw new Unchanged(undefined);
      return approval;
    },
  );
}

/** The job: closes what is over and escalates what waits too long. What a crash left undone is found again. */
export async function sweepApprovals(): Promise<number> {
  const due = await listDueApprovals(prisma(), currentTime(), SWEEP_LIMIT);
  for (const { org_id, id, what } of due) {
    try {
      await (what === "expire" ? expireApproval(org_id, id) : escalateApproval(org_id, id));
    } catch (error) {
      log().error({ approval: id, error }, `could not ${what} an approval`);
    }
  }
  return due.length;
}
