import "server-only";
import type { Disclosure, Disclosures, DisclosuresRequest } from "@/lib/contracts/audit-disclosures";
import { csvCell } from "@/lib/ledger";
import { actorOf, type Caller, requirePermission } from "../caller";
import { dataKey } from "../db/ledger/data-key";
import { sealTag } from "../db/ledger/draft";
import { sealed } from "../db/ledger/events";
import { recordMutation } from "../db/record-mutation";
import { currentState, type DecisionState } from "../decision-state";
import { newId } from "../ids";
import { type DisclosureRow, findDisclosures, findSeqOfEvent, findVoters } from "./disclosures-store";

const SHOWN = 1_000;
const EXPORTED = 50_000;

/**
 * Who asked for one patient's data, newest first (45 CFR 164.528). Which patient was looked up, and by whom, is an entry
 * before anything is answered; the patient stands in it as a commitment, as everywhere in the log.
 */
export async function accountForDisclosures(caller: Caller, asked: DisclosuresRequest): Promise<Disclosures> {
  return account(caller, asked, "list", SHOWN);
}

/** The same as a file of RFC 4180. */
export async function exportDisclosures(caller: Caller, asked: DisclosuresRequest): Promise<Response> {
  requirePermission(caller, "audit.export");
  const { items, recorded_seq } = await account(caller, asked, "csv", EXPORTED);
  const lines = [
    COLUMNS.map(([name]) => name),
    ...items.map((item) => COLUMNS.map(([, cell]) => cell(item))),
  ];
  const text = lines.map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");
  return new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8; header=present",
      // Named for the entry that recorded it: a patient's id belongs in no file name.
      "content-disposition": `attachment; filename="kynara-disclosures-${recorded_seq}.csv"`,
    },
  });
}

async function account(
  caller: Caller,
  { patient, from, to }: DisclosuresRequest,
  format: "list" | "csv",
  limit: number,
): Promise<Disclosures> {
  requirePermission(caller, "audit.reveal");
  const { organizationId } = caller;
  const recorded_seq = await recordLookUp(caller, { patient, from, to }, format);
  const tag = sealTag(await dataKey(organizationId), patient);
  const rows = await findDisclosures(organizationId, { tag, from, to, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const state = await currentState(organizationId);
  const voters = await votersOf(organizationId, shown, state);
  return {
    items: shown.map((row) => view(row, state, voters)),
    more: rows.length > limit,
    recorded_seq,
  };
}

async function recordLookUp(
  caller: Caller,
  { patient, from, to }: DisclosuresRequest,
  format: string,
): Promise<number> {
  const id = newId("evt");
  await recordMutation(
    caller,
    () => ({
      id,
      type: "audit.disclosures_accounted",
      actor: actorOf(caller),
      data: {
        patient: sealed(patient),
        from: from ?? null,
        to: to ?? null,
        format,
        request_id: caller.requestId,
      },
    }),
    async () => undefined,
  );
  return findSeqOfEvent(caller.organizationId, id);
}

/** Names of those who voted, by approval. */
async function votersOf(
  organizationId: string,
  rows: readonly DisclosureRow[],
  state: DecisionState,
): Promise<Map<string, string[]>> {
  const asked = [...new Set(rows.flatMap((row) => row.approval_id ?? []))];
  const votes = asked.length === 0 ? [] : await findVoters(organizationId, asked);
  const voters = new Map<string, string[]>();
  for (const { approval_id, actor_id } of votes)
    voters.set(approval_id, [
      ...(voters.get(approval_id) ?? []),
      state.people.get(actor_id)?.name ?? actor_id,
    ]);
  return voters;
}

/** What stands in the open in an entry of a decision. */
interface DecisionData {
  on_behalf_of?: { id: unknown };
  resource?: { attrs?: { record_type?: unknown } };
  context?: { purpose?: unknown };
  policy_version?: unknown;
  grant_ids?: unknown;
}

const textOr = (value: unknown): string | null => (typeof value === "string" ? value : null);

function view(row: DisclosureRow, state: DecisionState, voters: ReadonlyMap<string, string[]>): Disclosure {
  const { data } = JSON.parse(row.canonical) as { data: DecisionData };
  const principal = textOr(data.on_behalf_of?.id);
  const by = row.agent_id ?? row.actor_id;
  return {
    seq: row.seq,
    time: row.time.toISOString(),
    by: { id: by, name: state.agents.get(by)?.name ?? state.keys.get(by)?.name ?? nameOf(by, state) },
    on_behalf_of: principal === null ? null : { id: principal, name: nameOf(principal, state) },
    action: row.action,
    resource_type: row.resource_type,
    record_type: textOr(data.resource?.attrs?.record_type),
    purpose: textOr(data.context?.purpose),
    effect: row.effect,
    policy: row.policy_id === null ? null : policyOf(row.policy_id, data.policy_version, state),
    approval:
      row.approval_id === null ? null : { id: row.approval_id, voted_by: voters.get(row.approval_id) ?? [] },
    emergency: Array.isArray(data.grant_ids) && data.grant_ids.length > 0,
    hash: row.hash.toString("hex"),
  };
}

const nameOf = (id: string, state: DecisionState) => state.people.get(id)?.name ?? id;

function policyOf(id: string, version: unknown, state: DecisionState): Disclosure["policy"] {
  const name = state.policyRecords.get(id)?.policy.display_name ?? id;
  return { id, name, version: typeof version === "number" ? version : null };
}

const COLUMNS: readonly (readonly [string, (item: Disclosure) => string])[] = [
  ["entry", (item) => String(item.seq)],
  ["time", (item) => item.time],
  ["by", (item) => item.by.name],
  ["by_id", (item) => item.by.id],
  ["on_behalf_of", (item) => item.on_behalf_of?.name ?? ""],
  ["on_behalf_of_id", (item) => item.on_behalf_of?.id ?? ""],
  ["action", (item) => item.action ?? ""],
  ["resource_type", (item) => item.resource_type ?? ""],
  ["record_type", (item) => item.record_type ?? ""],
  ["purpose", (item) => item.purpose ?? ""],
  ["outcome", (item) => item.effect ?? ""],
  ["policy", (item) => item.policy?.name ?? ""],
  ["policy_version", (item) => String(item.policy?.version ?? "")],
  ["approval_id", (item) => item.approval?.id ?? ""],
  ["voted_by", (item) => item.approval?.voted_by.join("; ") ?? ""],
  ["emergency_access", (item) => (item.emergency ? "yes" : "no")],
  ["hash", (item) => item.hash],
];
