import "server-only";
import type { Actor } from "../../caller";

/** A value that the log may hold only as a commitment (spec: patient data in the log). */
export class Sealed {
  constructor(readonly value: JsonValue) {}
}
export type JsonValue = null | boolean | number | string | JsonValue[] | { [name: string]: JsonValue };
export type EventData = { [name: string]: EventValue };
export type EventValue = null | boolean | number | string | Sealed | EventValue[] | EventData;

export const sealed = (value: JsonValue): Sealed => new Sealed(value);

/** What an operation tells the ledger; place, time and hash are the ledger's own. */
export interface LedgerEvent {
  /** Unique in the organization: the decision's id for a decision, else a fresh one. */
  id: string;
  type: string;
  actor: Actor;
  data: EventData;
  /** Columns to browse by; the entry itself is the truth. */
  effect?: string | undefined;
  action?: string | undefined;
  resourceType?: string | undefined;
  agentId?: string | undefined;
  policyId?: string | undefined;
  approvalId?: string | undefined;
  /** The agent whose daily budget this decision counts against. */
  countsFor?: string | undefined;
}

/**
 * Whether events of this type change what decisions depend on. Each such event raises the organization's state
 * version, and no decision made with an older version can be committed after it.
 */
export function changesDecisions(type: string): boolean {
  return /^(policy|agent|key|role|member|settings|grant|entity)\./.test(type) && type !== "grant.used";
}
