import "server-only";
import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import type { Page } from "@/lib/contracts/common";
import type {
  Entity,
  EntityPath,
  ListEntitiesQuery,
  PutEntities,
  PutEntity,
} from "@/lib/contracts/directory";
import { actorOf, type Caller } from "../caller";
import { type LedgerEvent, sealed } from "../db/ledger/events";
import { recordMutation, Unchanged } from "../db/record-mutation";
import { withTenant } from "../db/tenancy";
import { invalid, notFound } from "../errors";
import { newId } from "../ids";
import { decodeCursor, pageOf } from "../keyset";
import {
  deleteEntity,
  type EntityRow,
  type EntityValue,
  findEntities,
  listEntitiesAfter,
  upsertEntities,
} from "./store";

const view = (row: EntityRow): Entity => ({
  kind: row.kind,
  type: row.type,
  id: row.id,
  display_name: row.displayName,
  attrs: row.attrs,
  created_at: row.createdAt.toISOString(),
  updated_at: row.updatedAt.toISOString(),
});

const keyOf = (path: EntityPath) => JSON.stringify([path.kind, path.type, path.id]);

export async function listEntities(caller: Caller, query: ListEntitiesQuery): Promise<Page<Entity>> {
  const after = decodeCursor(query.cursor, z.tuple([z.string(), z.string(), z.string()]));
  const rows = await withTenant(caller.organizationId, (tx) => listEntitiesAfter(tx, query, after));
  return pageOf(rows, query.limit, (row) => [row.kind, row.type, row.id], view);
}

/** @throws AppError not_found. */
export async function getEntity(caller: Caller, path: EntityPath): Promise<Entity> {
  const [row] = await withTenant(caller.organizationId, (tx) => findEntities(tx, [path]));
  if (!row) throw notFound("directory entry");
  return view(row);
}

/** Creates an entry, or replaces it whole. */
export async function putEntity(caller: Caller, path: EntityPath, value: PutEntity): Promise<Entity> {
  await putEntities(caller, { items: [{ ...path, ...value }] });
  return getEntity(caller, path);
}

/**
 * Creates or replaces entries: all of them, or none. What stands there already is not written again and not told.
 *
 * @throws AppError invalid when one entry is named twice.
 */
export async function putEntities(
  caller: Caller,
  { items }: PutEntities,
): Promise<{ changed: number; unchanged: number }> {
  refuseTwins(items);
  const changed = await recordMutation(
    caller,
    (written: EntityValue[]) => written.map((value) => putEvent(caller, value)) as [LedgerEvent],
    async (tx) => {
      const known = new Map((await findEntities(tx, items)).map((row) => [keyOf(row), row]));
      const written = items.filter((item) => !says(known.get(keyOf(item)), item));
      if (written.length === 0) throw new Unchanged([]);
      await upsertEntities(tx, caller.organizationId, written);
      return written;
    },
  );
  return { changed: changed.length, unchanged: items.length - changed.length };
}

const says = (row: EntityRow | undefined, value: EntityValue) =>
  row !== undefined && row.displayName === value.display_name && isDeepStrictEqual(row.attrs, value.attrs);

function refuseTwins(items: readonly EntityPath[]): void {
  const seen = new Set<string>();
  items.forEach((item, index) => {
    if (seen.has(keyOf(item))) {
      const message = "An entry is named twice.";
      throw invalid(message, [{ pointer: `/items/${index}`, message, code: "named_twice" }]);
    }
    seen.add(keyOf(item));
  });
}

/** @throws AppError not_found. */
export async function removeEntity(caller: Caller, path: EntityPath): Promise<void> {
  await recordMutation(
    caller,
    () => entityEvent(caller, path, "removed"),
    async (tx) => {
      if (!(await deleteEntity(tx, caller.organizationId, path))) throw notFound("directory entry");
    },
  );
}

const putEvent = (caller: Caller, value: EntityValue): LedgerEvent => {
  const event = entityEvent(caller, value, "put");
  event.data.display_name = sealed(value.display_name);
  event.data.attrs = Object.fromEntries(
    Object.entries(value.attrs).map(([name, item]) => [name, sealed(item)]),
  );
  return event;
};

const entityEvent = (caller: Caller, path: EntityPath, change: "put" | "removed"): LedgerEvent => ({
  id: newId("evt"),
  type: "entity.changed",
  actor: actorOf(caller),
  resourceType: path.kind === "resource" ? path.type : undefined,
  data: { change, kind: path.kind, type: path.type, id: sealed(path.id) },
});
