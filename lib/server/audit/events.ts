import "server-only";
import * as z from "zod";
import type { AuditEvent, ListAuditQuery } from "@/lib/contracts/audit";
import type { Page } from "@/lib/contracts/common";
import { parseCheckpoint, toBase64 } from "@/lib/ledger";
import { actorOf, type Caller, requirePermission } from "../caller";
import { dataKey } from "../db/ledger/data-key";
import { sealTag } from "../db/ledger/draft";
import { sealed } from "../db/ledger/events";
import { recordMutation } from "../db/record-mutation";
import { currentState, type DecisionState } from "../decision-state";
import { invalid, notFound } from "../errors";
import { newId } from "../ids";
import { decodeCursor, pageOf } from "../keyset";
import { findLatestCheckpoint } from "./checkpoint-store";
import { proveInclusion } from "./proofs";
import { type EventFilter, findPlaces, findRecord, listEvents, type RecordRow } from "./store";

/** Entries of the log that pass the filters, by their place in it. */
export async function listAuditEvents(caller: Caller, query: ListAuditQuery): Promise<Page<AuditEvent>> {
  const { organizationId } = caller;
  const [after] = decodeCursor(query.cursor, z.tuple([z.number().int()])) ?? [null];
  const tag = query.resource_id === undefined ? undefined : await tagOf(caller, query.resource_id);
  const place = { order: query.order, after, limit: query.limit + 1 };
  const places = await findPlaces(organizationId, { from: query.from, to: query.to, sealTag: tag });
  const rows = await listEvents(organizationId, filterOf(query, places), place);
  const state = await currentState(organizationId);
  return pageOf(
    rows,
    query.limit,
    (row) => [row.seq],
    (row) => eventView(row, state),
  );
}

/** Who touched this one record is itself sensitive: the search is told to the log before it is answered. */
async function tagOf(caller: Caller, resourceId: string): Promise<Buffer> {
  requirePermission(caller, "audit.reveal");
  await recordMutation(
    caller,
    () => ({
      id: newId("evt"),
      type: "audit.revealed",
      actor: actorOf(caller),
      data: { search: { resource_id: sealed(resourceId) }, request_id: caller.requestId },
    }),
    async () => undefined,
  );
  return sealTag(await dataKey(caller.organizationId), resourceId);
}

function filterOf(query: ListAuditQuery, places: Awaited<ReturnType<typeof findPlaces>>): EventFilter {
  const prefix = query.type?.endsWith(".*") === true;
  return {
    eventId: query.event_id,
    actor: query.actor,
    type: prefix ? undefined : query.type,
    typePrefix: prefix ? query.type?.slice(0, -1) : undefined,
    effect: query.effect,
    action: query.action,
    resourceType: query.resource_type,
    seqs: places.seqs,
    policyId: query.policy_id,
    approvalId: query.approval_id,
    agentId: query.agent_id,
    fromSeq: Math.max(query.from_seq ?? 0, places.fromSeq ?? 0) || undefined,
    toSeq: least(query.to_seq, places.toSeq),
  };
}

const least = (one: number | undefined, other: number | undefined) =>
  one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);

function eventView(row: RecordRow, state: DecisionState): AuditEvent {
  return {
    seq: row.seq,
    time: row.time.toISOString(),
    type: row.type,
    actor: { type: row.actor_type, id: row.actor_id, name: nameOf(row, state) },
    effect: row.effect,
    action: row.action,
    resource_type: row.resource_type,
    agent_id: row.agent_id,
    policy_id: row.policy_id,
    approval_id: row.approval_id,
    entry: JSON.parse(row.canonical) as AuditEvent["entry"],
    hash: row.hash.toString("hex"),
  };
}

/** What the actor is called today; the log itself holds ids, which do not change. */
function nameOf({ actor_type, actor_id }: RecordRow, state: DecisionState): string {
  if (actor_type === "system") return "Kynara";
  const named = {
    agent: state.agents.get(actor_id)?.name,
    user: state.people.get(actor_id)?.name,
    service: state.keys.get(actor_id)?.name,
  }[actor_type];
  return named ?? actor_id;
}

export interface AuditProof {
  seq: number;
  canonical: string;
  hash: string;
  checkpoint: string | null;
  proof: string[];
}

/** An entry as stored, with the proof that it stands in the tree which the newest checkpoint signs. */
export async function getAuditProof(caller: Caller, seq: number): Promise<AuditProof> {
  const record = await findRecord(caller.organizationId, seq);
  if (!record) throw notFound("audit entry");
  const entry = { seq, canonical: record.canonical, hash: record.hash.toString("hex") };
  const checkpoint = await findLatestCheckpoint(caller.organizationId);
  if (!checkpoint || checkpoint.size < seq) return { ...entry, checkpoint: null, proof: [] };
  const proof = await proveInclusion(caller.organizationId, seq, checkpoint.size);
  if (!proof || !parseCheckpoint(checkpoint.note))
    throw invalid("The log is damaged: this entry cannot be proven. Verify the log to see where.");
  return { ...entry, checkpoint: checkpoint.note, proof: proof.map(toBase64) };
}
