import "server-only";
import type { Json } from "@/lib/contracts/common";
import { actorOf, type Caller } from "../caller";
import { type DataKey, dataKey } from "../db/ledger/data-key";
import { sealContext } from "../db/ledger/draft";
import { decrypt } from "../db/ledger/keys";
import { recordMutation, Unchanged } from "../db/record-mutation";
import { invalid, notFound } from "../errors";
import { newId } from "../ids";
import { deleteSealedValues, findSealedValues, type SealedRow } from "./store";

export interface Revealed {
  values: { path: string; value: Json }[];
}

/** Opens an entry's sealed values. They leave only after the log holds who asked to see them. */
export async function revealSealedValues(caller: Caller, seq: number): Promise<Revealed> {
  const key = await dataKey(caller.organizationId);
  return recordMutation<Revealed>(
    caller,
    ({ values }) => ({
      id: newId("evt"),
      type: "audit.revealed",
      actor: actorOf(caller),
      data: { seq, paths: values.map((value) => value.path), request_id: caller.requestId },
    }),
    async (tx) => {
      const rows = await findSealedValues(tx, seq);
      if (!rows) throw notFound("audit entry");
      if (rows.length === 0) throw new Unchanged<Revealed>({ values: [] });
      return { values: rows.map((row) => ({ path: row.path, value: open(key, row) })) };
    },
  );
}

function open(key: DataKey, row: SealedRow): Json {
  const text = decrypt(key.sealing, sealContext(row.eventId, row.path), row.box).toString("utf8");
  return (JSON.parse(text) as { value: Json }).value;
}

/**
 * Erases sealed values of an entry for good: value, salt and tag. The commitment stays and the chain still verifies.
 *
 * @param paths JSON Pointers into the entry's data; all of them where left out.
 */
export async function eraseSealedValues(
  caller: Caller,
  seq: number,
  paths: readonly string[] | undefined,
): Promise<{ paths: string[] }> {
  return recordMutation<{ paths: string[] }>(
    caller,
    (erased) => ({
      id: newId("evt"),
      type: "audit.sealed_value_erased",
      actor: actorOf(caller),
      data: { seq, paths: erased.paths, request_id: caller.requestId },
    }),
    async (tx) => {
      const rows = await findSealedValues(tx, seq);
      if (!rows) throw notFound("audit entry");
      const there = rows.map((row) => row.path);
      const missing = paths?.find((path) => !there.includes(path));
      if (missing !== undefined) throw invalid(`Entry ${seq} holds no sealed value at ${missing}.`);
      const erased = paths ? [...new Set(paths)] : there;
      if (erased.length === 0) throw new Unchanged({ paths: [] });
      await deleteSealedValues(tx, seq, erased);
      return { paths: erased };
    },
  );
}
