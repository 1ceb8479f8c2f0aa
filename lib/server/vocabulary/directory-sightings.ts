import "server-only";
import type { SampleValue, SeenType } from "@/lib/contracts/policy-vocabulary";
import { sampleValues } from "./seen-type";
import type { Sighting } from "./sightings";
import type { DirectoryRow } from "./store";

const TYPES: Readonly<Record<DirectoryRow["held"], SeenType>> = {
  string: "text",
  number: "number",
  boolean: "flag",
  array: "list",
  object: "object",
  null: "nothing",
  time: "time",
  address: "address",
};

/** Attributes of the directory: a patient's values among them, so only those that the log may show have samples. */
export function directorySightings(rows: readonly DirectoryRow[]): Sighting[] {
  return rows.flatMap((row) => {
    const samples = row.samples?.flatMap((json) => sampleValues(JSON.parse(json) as SampleValue)) ?? null;
    const holdsNothing = row.held === "object" || row.held === "null";
    return rootsOf(row).map((root) => ({
      path: [root, "attrs", row.name, ...(row.member === null ? [] : [row.member])],
      source: "directory" as const,
      entryType: row.type,
      type: TYPES[row.held],
      seen: row.seen,
      samples: samples ?? (holdsNothing ? [] : null),
    }));
  });
}

/** A person of the directory may be acted for, and may be asked to approve. */
function rootsOf(row: DirectoryRow): string[] {
  if (row.kind === "resource") return ["resource"];
  return row.type === "user" ? ["on_behalf_of", "approver"] : ["subject"];
}
