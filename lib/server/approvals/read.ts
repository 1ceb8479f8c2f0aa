import "server-only";
import type * as z from "zod";
import type { Approval, listApprovalsQuery } from "@/lib/contracts/approvals";
import type { Page } from "@/lib/contracts/common";
import type { Caller } from "../caller";
import { now as currentTime } from "../clock";
import { withTenant } from "../db/tenancy";
import { currentState } from "../decision-state";
import { notFound } from "../errors";
import { mayVote } from "./eligibility";
import type { ApprovalRecord } from "./record";
import { type ApprovalFilter, findApproval, findResources, listApprovalRecords } from "./store";
import { approvalView } from "./view";
import { mayWait, watchApproval } from "./waiting";

const SCAN_SIZE = 200;
const CLOSED = ["approved", "denied", "expired", "cancelled", "consumed"] as const;

/** People with approvals.read see all; an agent's key sees what its agent asked for. */
function canSee(caller: Caller, approval: ApprovalRecord): boolean {
  if (caller.permissions.has("approvals.read")) return true;
  return caller.agentId !== null && approval.subjectType === "agent" && approval.subjectId === caller.agentId;
}

/** @throws AppError not_found when there is none, or the caller may not see it. */
export async function getApproval(caller: Caller, id: string): Promise<Approval> {
  const state = await currentState(caller.organizationId);
  return withTenant(caller.organizationId, async (tx) => {
    const approval = await findApproval(tx, id);
    if (!approval || !canSee(caller, approval)) throw notFound("approval");
    const resources = await findResources(tx, caller.organizationId, [approval]);
    return approvalView(
      caller,
      state,
      approval,
      resources.get(`${approval.resourceType} ${approval.resourceId}`),
      currentTime(),
    );
  });
}

/**
 * The approval as soon as it is no longer pending, or after `waitSeconds`. Its expiry is an answer too, to the second.
 */
export async function awaitApproval(caller: Caller, id: string, waitSeconds: number): Promise<Approval> {
  if (waitSeconds === 0 || !mayWait()) return getApproval(caller, id);
  const until = Date.now() + waitSeconds * 1000;
  for (;;) {
    const watch = watchApproval(id);
    try {
      const approval = await getApproval(caller, id);
      const left = until - Date.now();
      if (approval.state !== "pending" || left <= 0) return approval;
      await watch.changed(Math.min(left, Math.max(0, Date.parse(approval.expires_at) - Date.now()) + 5));
    } finally {
      watch.stop();
    }
  }
}

/** Newest first. `for_me` keeps those that the person may vote on now, judged one by one. */
export async function listApprovals(
  caller: Caller,
  query: z.output<typeof listApprovalsQuery>,
): Promise<Page<Approval>> {
  const state = await currentState(caller.organizationId);
  const now = currentTime();
  const filter = filterOf(caller, query, now);
  const wanted = (approval: ApprovalRecord) =>
    !query.for_me || mayVote(state, approval, caller.id, now).allowed;
  return withTenant(caller.organizationId, async (tx) => {
    const found: ApprovalRecord[] = [];
    let before = query.cursor ?? null;
    let isEnd = false;
    while (found.length <= query.limit && !isEnd) {
      const size = query.for_me ? SCAN_SIZE : query.limit + 1;
      const records = await listApprovalRecords(tx, caller.organizationId, filter, before, size);
      isEnd = records.length < size;
      before = records.at(-1)?.id ?? before;
      found.push(...records.filter(wanted));
    }
    const items = found.slice(0, query.limit);
    const resources = await findResources(tx, caller.organizationId, items);
    return {
      items: items.map((approval) =>
        approvalView(
          caller,
          state,
          approval,
          resources.get(`${approval.resourceType} ${approval.resourceId}`),
          now,
        ),
      ),
      next_cursor: found.length > query.limit ? (items.at(-1)?.id ?? null) : null,
    };
  });
}

function filterOf(caller: Caller, query: z.output<typeof listApprovalsQuery>, now: Date): ApprovalFilter {
  const isOpen = query.state === "open" || query.state === "pending" || query.for_me;
  const own = caller.permissions.has("approvals.read")
    ? (query.subject_id ?? null)
    : (caller.agentId ?? "none");
  return {
    states: isOpen
      ? ["pending"]
      : query.state === "closed"
        ? [...CLOSED]
        : query.state
          ? [query.state as "approved"]
          : null,
    subjectId: own,
    roles: query.for_me ? caller.roles : null,
    notVotedBy: query.for_me ? caller.id : null,
    unexpiredAt: isOpen ? now : null,
  };
}

const MOST_COUNTED = 100;

/** For the number beside Inbox: how many requests this person may decide now, up to a hundred. */
export async function countPendingFor(caller: Caller): Promise<number> {
  if (!caller.permissions.has("approvals.vote")) return 0;
  const state = await currentState(caller.organizationId);
  const now = currentTime();
  const filter: ApprovalFilter = {
    states: ["pending"],
    subjectId: null,
    roles: caller.roles,
    notVotedBy: caller.id,
    unexpiredAt: now,
  };
  const waiting = await withTenant(caller.organizationId, (tx) =>
    listApprovalRecords(tx, caller.organizationId, filter, null, MOST_COUNTED),
  );
  return waiting.filter((approval) => mayVote(state, approval, caller.id, now).allowed).length;
}
