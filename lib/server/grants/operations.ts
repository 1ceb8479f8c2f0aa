import "server-only";
import * as z from "zod";
import { allowancesBeyond } from "@/lib/access";
import type { Page } from "@/lib/contracts/common";
import type { CreateGrant, Grant, ListGrantsQuery } from "@/lib/contracts/directory";
import { isNamePattern } from "@/lib/policy";
import { getAgentRow } from "../agents";
import type { Caller } from "../caller";
import type { Tx } from "../db/prisma";
import { recordMutation } from "../db/record-mutation";
import { withTenant } from "../db/tenancy";
import { type AppError, conflict, type Fault, forbidden, invalid, notFound } from "../errors";
import { newId } from "../ids";
import { decodeCursor, pageOf } from "../keyset";
import { allowsOf } from "../roles";
import { grantCreated, grantReviewed, grantRevoked } from "./events";
import { closeReview, endGrant, findGrant, type GrantRow, insertGrant, listGrantsBefore } from "./store";

/** A grant that ran out has ended at that moment, whether or not the job has noted it yet. */
function view(row: GrantRow, now: Date): Grant {
  const endedAt = row.endedAt ?? (row.expiresAt <= now ? row.expiresAt : null);
  return {
    id: row.id,
    subject: { type: row.subjectType as Grant["subject"]["type"], id: row.subjectId },
    actions: row.actions,
    resource: row.resource,
    justification: row.justification,
    ticket_url: row.ticketUrl,
    taken_by: row.takenBy,
    created_at: row.createdAt.toISOString(),
    expires_at: row.expiresAt.toISOString(),
    ended_at: endedAt?.toISOString() ?? null,
    ended_by: row.endedBy,
    reviewed_at: row.reviewedAt?.toISOString() ?? null,
    reviewed_by: row.reviewedBy,
    finding: row.finding,
  };
}

export async function listGrants(caller: Caller, query: ListGrantsQuery): Promise<Page<Grant>> {
  const before = decodeCursor(query.cursor, z.tuple([z.string()]));
  const now = new Date();
  const rows = await withTenant(caller.organizationId, (tx) =>
    listGrantsBefore(tx, query, before?.[0] ?? null, now),
  );
  return pageOf(
    rows,
    query.limit,
    (row) => [row.id],
    (row) => view(row, now),
  );
}

/** @throws AppError not_found. */
export async function getGrant(caller: Caller, id: string): Promise<Grant> {
  return view(await withTenant(caller.organizationId, (tx) => mustFind(tx, id)), new Date());
}

/**
 * Takes emergency access, from this moment on: for oneself, or for an agent one owns, and within what one's own roles
 * permit. It widens roles and stands in for approvals; it never lifts a deny policy or a gate.
 *
 * @throws AppError invalid, forbidden (a key, somebody else's agent, actions beyond one's roles), not_found, conflict
 * (the agent is switched off).
 */
export async function createGrant(caller: Caller, wanted: CreateGrant): Promise<Grant> {
  checkActions(wanted.actions);
  if (caller.kind !== "user") throw forbidden("Only a person who is signed in can take emergency access.");
  const createdAt = new Date();
  const row = await recordMutation(
    caller,
    (made: GrantRow) => grantCreated(caller, made),
    async (tx) => {
      await checkSubject(caller, tx, wanted.subject);
      await checkWithinRoles(caller, tx, wanted);
      const { type, id, attrs } = wanted.resource;
      return insertGrant(tx, {
        id: newId("grt"),
        orgId: caller.organizationId,
        subjectType: wanted.subject.type,
        subjectId: wanted.subject.id,
        actions: [...new Set(wanted.actions)],
        resource: { type, ...(id !== undefined && { id }), ...(attrs && { attrs }) },
        justification: wanted.justification,
        ticketUrl: wanted.ticket_url,
        takenBy: caller.id,
        createdAt,
        expiresAt: new Date(createdAt.getTime() + wanted.duration_minutes * 60_000),
      });
    },
  );
  return view(row, createdAt);
}

function checkActions(actions: readonly string[]): void {
  const message = 'A pattern is dotted segments, each a word or "*", such as ehr.read or ehr.*.';
  const faults = actions.flatMap((action, index): Fault[] =>
    isNamePattern(action) ? [] : [{ pointer: `/actions/${index}`, message, code: "name_pattern" }],
  );
  if (faults.length > 0) throw invalid(message, faults);
}

async function checkSubject(caller: Caller, tx: Tx, subject: CreateGrant["subject"]): Promise<void> {
  if (subject.type === "user") {
    if (subject.id !== caller.id)
      throw forbidden("Emergency access is for yourself or for an agent you own.");
    return;
  }
  const agent = await getAgentRow(tx, subject.id);
  if (agent.ownerUserId !== caller.id)
    throw forbidden("Emergency access for an agent is taken by the person who owns it.");
  if (agent.status === "disabled")
    throw conflict("This agent is switched off; emergency access does not switch it on.");
}

async function checkWithinRoles(caller: Caller, tx: Tx, wanted: CreateGrant): Promise<void> {
  const missing = allowancesBeyond(await allowsOf(tx, caller.roles), [
    { actions: wanted.actions, resource_types: [wanted.resource.type] },
  ]);
  if (missing.length > 0)
    throw forbidden(`Your roles do not permit ${missing.join(", ")}, so you cannot take it in an emergency.`);
}

/** Ends a grant before its time: its taker, or who reviews such access. @throws AppError not_found, forbidden, conflict. */
export async function revokeGrant(caller: Caller, id: string): Promise<Grant> {
  const now = new Date();
  const row = await recordMutation(
    caller,
    (made: GrantRow) => grantRevoked(caller, made),
    async (tx) => {
      const before = await mustFind(tx, id);
      const taker = caller.kind === "user" && caller.id === before.takenBy;
      if (!taker && !caller.permissions.has("grants.review"))
        throw forbidden("Emergency access is ended by its taker or by somebody who reviews it.");
      const ended = await endGrant(tx, id, caller.id, now);
      if (!ended) throw conflict("This emergency access has ended already.");
      return ended;
    },
  );
  return view(row, now);
}

/**
 * Closes the review of a grant that has ended, with a finding.
 *
 * @throws AppError not_found, forbidden (the taker, or a key), conflict (live, or reviewed already).
 */
export async function reviewGrant(caller: Caller, id: string, finding: string): Promise<Grant> {
  if (caller.kind !== "user") throw forbidden("Emergency access is reviewed by a person who is signed in.");
  const now = new Date();
  const row = await recordMutation(
    caller,
    (made: GrantRow) => grantReviewed(caller, made),
    async (tx) => {
      const before = await mustFind(tx, id);
      if (before.takenBy === caller.id) throw forbidden("Somebody other than the taker has to review this.");
      const closed = await closeReview(tx, id, { reviewedBy: caller.id, finding }, now);
      if (!closed) throw notReviewable(before);
      return closed;
    },
  );
  return view(row, now);
}

const notReviewable = (row: GrantRow): AppError =>
  conflict(
    row.reviewedAt
      ? "Somebody has reviewed this already."
      : "This emergency access is still live. End it before you review it.",
  );

async function mustFind(tx: Tx, id: string): Promise<GrantRow> {
  const row = await findGrant(tx, id);
  if (!row) throw notFound("emergency access");
  return row;
}
