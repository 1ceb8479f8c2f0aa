import { canonicalJson, type JsonObject, type JsonValue } from "./canonical";
import { type Entry, isHashHex } from "./entry";
import { isSealed } from "./sealed";

export const CSV_COLUMNS = [
  "seq",
  "time",
  "type",
  "actor_type",
  "actor_id",
  "effect",
  "action",
  "resource_type",
  "resource_id",
  "policy_id",
  "approval_id",
  "data",
  "prev",
  "hash",
] as const;

export type CsvColumn = (typeof CSV_COLUMNS)[number];
export type CsvCells = Readonly<Record<CsvColumn, string>>;

/** The first row, without its line end. Rows end in CRLF (RFC 4180, section 2). */
export const CSV_HEADER = CSV_COLUMNS.join(",");

/** What people browse and filter by, read from an entry's data; absent members are null. */
export interface BrowseColumns {
  readonly effect: string | null;
  readonly action: string | null;
  readonly resourceType: string | null;
  /** A commitment is shown as `sealed:<hex>`. */
  readonly resourceId: string | null;
  readonly policyId: string | null;
  readonly approvalId: string | null;
}

/**
 * Derives the columns to browse by from `effect`, `action`, `resource.type`, `resource.id`, `policy_id` (or `policy`)
 * and `approval_id` (or `approval`) in the data. The columns are no part of what is hashed; a verifier derives them again and compares.
 */
export function browseColumns(data: JsonObject): BrowseColumns {
  const resource = data.resource;
  const { type, id }: { readonly type?: JsonValue; readonly id?: JsonValue } =
    typeof resource === "object" && resource !== null && !Array.isArray(resource)
      ? (resource as JsonObject)
      : {};
  return {
    effect: shown(data.effect),
    action: shown(data.action),
    resourceType: shown(type),
    resourceId: shown(id),
    policyId: shown(data.policy_id ?? data.policy),
    approvalId: shown(data.approval_id ?? data.approval),
  };
}

function shown(value: JsonValue | undefined): string | null {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  return isSealed(value) ? `sealed:${value.sealed}` : null;
}

/**
 * An entry as a row, without its line end.
 *
 * @param entry parsed from the stored text.
 * @param hashHex of the stored text.
 * @returns null only where the data has no canonical form, which no stored entry's has.
 */
export function csvRow(entry: Entry, hashHex: string): string | null {
  const data = canonicalJson(entry.data);
  if (data.kind === "refused") return null;
  const columns = browseColumns(entry.data);
  const cells: CsvCells = {
    seq: String(entry.seq),
    time: entry.time,
    type: entry.type,
    actor_type: entry.actor.type,
    actor_id: entry.actor.id,
    effect: columns.effect ?? "",
    action: columns.action ?? "",
    resource_type: columns.resourceType ?? "",
    resource_id: columns.resourceId ?? "",
    policy_id: columns.policyId ?? "",
    approval_id: columns.approvalId ?? "",
    data: data.text,
    prev: entry.prev,
    hash: hashHex,
  };
  return CSV_COLUMNS.map((column) => csvCell(cells[column])).join(",");
}

/** One cell: neutralised, and quoted where RFC 4180 asks for it. */
export function csvCell(text: string): string {
  const cell = neutralise(text);
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * Puts an apostrophe before text that a spreadsheet would run as a formula. Text that already looks neutralised gets
 * one more, so that `restore` gives every text back exactly.
 */
export function neutralise(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** Undoes `neutralise`. */
export function restore(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

/** Names the cells of a row as read, with formulas restored; null where it has more or fewer than 14. */
export function csvCells(row: readonly string[]): CsvCells | null {
  if (row.length !== CSV_COLUMNS.length) return null;
  return Object.fromEntries(CSV_COLUMNS.map((column, i) => [column, restore(row[i] ?? "")])) as CsvCells;
}

/**
 * The canonical text that a row stands for: its data is put in unchanged, so a changed byte changes the hash. The
 * organization is not in the row and has to be known.
 *
 * @returns null where seq, prev or hash are not even of the right form.
 */
export function entryTextOfRow(cells: CsvCells, org: string): string | null {
  if (!/^[1-9]\d{0,15}$/.test(cells.seq) || !isHashHex(cells.prev) || !isHashHex(cells.hash)) return null;
  const quoted = (text: string): string => JSON.stringify(text);
  return (
    `{"actor":{"id":${quoted(cells.actor_id)},"type":${quoted(cells.actor_type)}},"data":${cells.data},` +
    `"org":${quoted(org)},"prev":"${cells.prev}","seq":${cells.seq},"time":${quoted(cells.time)},` +
    `"type":${quoted(cells.type)},"v":1}`
  );
}

/** The first of the columns to browse by that does not say what the hashed data says; null where all do. */
export function misstatedColumn(cells: CsvCells, data: JsonObject): CsvColumn | null {
  const columns = browseColumns(data);
  const derived: readonly (readonly [CsvColumn, string | null])[] = [
    ["effect", columns.effect],
    ["action", columns.action],
    ["resource_type", columns.resourceType],
    ["resource_id", columns.resourceId],
    ["policy_id", columns.policyId],
    ["approval_id", columns.approvalId],
  ];
  return derived.find(([column, value]) => cells[column] !== (value ?? ""))?.[0] ?? null;
}
