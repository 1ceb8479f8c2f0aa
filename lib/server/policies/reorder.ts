import "server-only";
import type { ReorderedPolicies, ReorderPolicies } from "@/lib/contracts/policy-order";
import type { Caller } from "../caller";
import type { LedgerEvent } from "../db/ledger/events";
import { type AuditedTx, recordMutation, Unchanged } from "../db/record-mutation";
import { AppError, conflict } from "../errors";
import { getDocument, type PolicyDocument } from "./document";
import { policyPublished } from "./events";
import { findPolicy, insertVersion, type PolicyRow, publishDocument } from "./store";
import { policyOf, policyView } from "./view";

type Change = ReorderPolicies["changes"][number];

interface Placed {
  row: PolicyRow;
  /** Null where the policy had this priority before: no new version, no entry. */
  published: PolicyDocument | null;
}

/**
 * Gives several policies their priorities: a new version and an entry for each that changes, all of them or none.
 * Only the priority differs from the version named, so roles that its approvers have lost since do not stand in the way.
 *
 * @throws AppError not_found, conflict: the first policy that is archived or has another version by now, by name.
 */
export async function reorderPolicies(
  caller: Caller,
  { changes, note }: ReorderPolicies,
): Promise<ReorderedPolicies> {
  const placed = await recordMutation(
    caller,
    (all: readonly Placed[]) => eventsOf(caller, all),
    async (tx) => {
      const all: Placed[] = [];
      for (const change of changes) all.push(await place(caller, tx, change, note));
      if (all.every(({ published }) => published === null)) throw new Unchanged(all);
      return all;
    },
  );
  return { items: placed.map(({ row }) => policyView(row)) };
}

async function place(caller: Caller, tx: AuditedTx, change: Change, note: string): Promise<Placed> {
  const row = await findPolicy(tx, change.id);
  if (!row)
    throw new AppError("not_found", `There is no such policy: ${change.id}. No priority was changed.`);
  const policy = policyOf(row);
  if (row.status === "archived") {
    throw conflict(`“${policy.display_name}” has been archived meanwhile. No priority was changed.`);
  }
  if (row.version !== change.version) {
    throw conflict(
      `Somebody has published version ${row.version} of “${policy.display_name}” meanwhile. No priority was changed.`,
    );
  }
  if (policy.priority === change.priority) return { row, published: null };
  const document = getDocument({ ...row.document, priority: change.priority });
  const version = row.version + 1;
  const words = note === "" ? `Priority ${policy.priority} → ${change.priority}` : note;
  await insertVersion(
    tx,
    { orgId: caller.organizationId, policyId: row.id, version, note: words, createdBy: caller.id },
    document.json,
  );
  return { row: await publishDocument(tx, row.id, version, document), published: document };
}

function eventsOf(caller: Caller, all: readonly Placed[]): [LedgerEvent, ...LedgerEvent[]] {
  const [first, ...others] = all.flatMap(({ row, published }) =>
    published === null ? [] : [policyPublished(caller, row, published)],
  );
  if (first === undefined) throw new Error("An order that changes nothing was to be recorded.");
  return [first, ...others];
}
