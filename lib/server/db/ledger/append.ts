import "server-only";
import { type Appended, appendEntries, type ChainHead } from "@/lib/ledger";
import { binaryArray } from "../binary-array";
import type { ReadyEvent, SealedValue } from "./draft";
import { changesDecisions } from "./events";
import { nodeHasher } from "./node-hasher";

/** Where an organization's chain stands in the database. */
export interface StoredHead {
  chain: ChainHead;
  /** Of the state that decisions depend on. */
  stateVersion: number;
}

export interface HeadRow {
  seq: number | bigint;
  hash: Uint8Array;
  time: Date;
  frontier: Uint8Array[];
  state_version: number | bigint;
}

export function storedHead(organizationId: string, row: HeadRow): StoredHead {
  return {
    chain: {
      org: organizationId,
      seq: Number(row.seq),
      hash: Buffer.from(row.hash).toString("hex"),
      time: Number(row.seq) === 0 ? "" : row.time.toISOString(),
      frontier: row.frontier,
    },
    stateVersion: Number(row.state_version),
  };
}

/** The statement that appends; its parameters are `appendParameters`. Null means: another writer came first. */
export const APPEND_SQL = `SELECT audit_append(${Array.from({ length: 30 }, (_, i) => `$${i + 1}`).join(", ")}) AS state_version`;

export interface Append {
  appended: Appended;
  parameters: unknown[];
}

/**
 * Chains events onto a head, as the parameters of `audit_append`.
 *
 * @param expectedStateVersion null where the events do not depend on the state (a change made under the chain's lock).
 */
export function chainEvents(
  head: StoredHead,
  events: readonly ReadyEvent[],
  expectedStateVersion: number | null,
): Append {
  const appended = appendEntries(
    nodeHasher,
    head.chain,
    events.map((ready) => ready.prepared),
  );
  const entries = appended.entries;
  const texts = (items: readonly (string | null)[]) => binaryArray("text", items);
  const column = (pick: (ready: ReadyEvent) => string | undefined) =>
    texts(events.map((ready) => pick(ready) ?? null));
  const seals = events.flatMap((ready, i) =>
    ready.sealedValues.map((value) => ({ ...value, seq: head.chain.seq + i + 1 })),
  );
  const sealed = (type: "text" | "bytea", pick: (value: SealedValue) => string | Uint8Array) =>
    seals.length > 0 ? binaryArray(type, seals.map(pick)) : null;
  const orNull = <T>(list: T[]): T[] | null => (list.length > 0 ? list : null);
  const counts = new Map<string, number>();
  for (const { event } of events) {
    if (event.countsFor) counts.set(event.countsFor, (counts.get(event.countsFor) ?? 0) + 1);
  }
  const nodes = appended.nodes;
  const parameters = [
    head.chain.org,
    head.chain.seq,
    expectedStateVersion,
    events.some((ready) => changesDecisions(ready.event.type)),
    appended.head.time,
    appended.head.frontier,
    texts(entries.map((entry) => entry.text)),
    binaryArray(
      "bytea",
      entries.map((entry) => entry.hash),
    ),
    entries.map((entry) => entry.time),
    column((ready) => ready.event.id),
    column((ready) => ready.event.type),
    column((ready) => ready.event.actor.type),
    column((ready) => ready.event.actor.id),
    column((ready) => ready.event.effect),
    column((ready) => ready.event.action),
    column((ready) => ready.event.resourceType),
    column((ready) => ready.event.agentId),
    column((ready) => ready.event.policyId),
    column((ready) => ready.event.approvalId),
    orNull(seals.map((value) => value.seq)),
    sealed("text", (value) => value.path),
    sealed("bytea", (value) => value.commitment),
    sealed("bytea", (value) => value.tag),
    sealed("bytea", (value) => value.box),
    orNull(nodes.map((node) => node.level)),
    orNull(nodes.map((node) => node.index)),
    orNull(nodes.map((node) => node.hash)),
    appended.head.time.slice(0, 10),
    orNull([...counts.keys()]),
    orNull([...counts.values()]),
  ];
  return { appended, parameters };
}
