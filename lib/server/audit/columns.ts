import "server-only";
import { browseColumns, type JsonObject } from "@/lib/ledger";
import type { RecordRow } from "./store";

/**
 * Whether the columns that people browse and filter by say what the hashed bytes say. Else an entry could be hidden
 * from every list while the chain holds.
 */
export function columnsAgree(row: RecordRow): boolean {
  return placeAgrees(row) && contentAgrees(row);
}

/** Canonical bytes begin with the actor and end with place, time and type: no parsing is needed to compare them. */
function placeAgrees({ canonical, seq, time, type, actor_type, actor_id }: RecordRow): boolean {
  return (
    canonical.startsWith(`{"actor":{"id":${JSON.stringify(actor_id)},"type":"${actor_type}"},"data":{`) &&
    canonical.endsWith(`,"seq":${seq},"time":"${time.toISOString()}","type":"${type}","v":1}`)
  );
}

/** A decision has all of its columns from its data; other events may leave out a column, but not misstate it. */
function contentAgrees(row: RecordRow): boolean {
  const { data } = JSON.parse(row.canonical) as { data: JsonObject };
  const said = browseColumns(data);
  const pairs = [
    [row.effect, said.effect],
    [row.action, said.action],
    [row.resource_type, said.resourceType],
    [row.policy_id, said.policyId],
    [row.approval_id, said.approvalId],
  ] as const;
  if (row.type === "decision.evaluated") return pairs.every(([column, value]) => column === value);
  return pairs.every(([column, value]) => column === null || value === null || column === value);
}
