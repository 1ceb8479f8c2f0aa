import "server-only";
import type * as z from "zod";
import type { Page } from "@/lib/contracts/common";
import { invalid } from "./errors";

const badCursor = () =>
  invalid("?cursor is none that this list gave out. Start again without it.", [
    { pointer: "?/cursor", message: "is not a cursor of this list", code: "not_cursor" },
  ]);

/** Where a list goes on: the sort key of the last row that was given out, opaque to callers. */
export function encodeCursor(sortKey: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(sortKey)).toString("base64url");
}

/** The sort key in a cursor; null without one. @throws AppError invalid when it was not made for this list. */
export function decodeCursor<S extends z.ZodType>(cursor: string | undefined, schema: S): z.output<S> | null {
  if (cursor === undefined) return null;
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    throw badCursor();
  }
  const result = schema.safeParse(value);
  if (!result.success) throw badCursor();
  return result.data;
}

/** A page of rows of which one more than `limit` was asked for: that one tells whether there is a next page. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  sortKey: (row: Row) => readonly unknown[],
  view: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(view),
    next_cursor: rows.length > limit && last !== undefined ? encodeCursor(sortKey(last)) : null,
  };
}
