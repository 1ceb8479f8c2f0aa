import "server-only";
import { actorOf, type Caller } from "../caller";
import { type EventData, type LedgerEvent, sealed } from "../db/ledger/events";
import { newId } from "../ids";
import type { PolicyDocument } from "./document";
import type { PolicyRow } from "./store";

/** A version is named by the hash of its document, which anybody who holds the document can compute again. */
const event = (
  caller: Caller,
  type: string,
  row: PolicyRow,
  { policy, sha256 }: PolicyDocument,
  more: EventData = {},
): LedgerEvent => ({
  id: newId("evt"),
  type,
  actor: actorOf(caller),
  policyId: row.id,
  data: {
    policy_id: row.id,
    version: row.version,
    document_sha256: sha256,
    display_name: policy.display_name,
    effect: policy.effect,
    priority: policy.priority ?? 0,
    enabled: policy.enabled ?? true,
    ...more,
  },
});

export const policyCreated = (caller: Caller, row: PolicyRow, document: PolicyDocument) =>
  event(caller, "policy.created", row, document);

export const policyPublished = (caller: Caller, row: PolicyRow, document: PolicyDocument) =>
  event(caller, "policy.published", row, document);

export const policyArchived = (caller: Caller, row: PolicyRow, document: PolicyDocument, reason: string) =>
  event(caller, "policy.archived", row, document, reason === "" ? {} : { reason: sealed(reason) });
