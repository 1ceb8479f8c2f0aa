import type { JsonValue } from "./canonical";
import { orgOfOrigin, parseCheckpoint } from "./checkpoint";
import { hashEntryHex } from "./entry";
import { type CsvCells, entryTextOfRow } from "./export-csv";
import type { Hasher } from "./hasher";

/** How many rows are tried, and held, before the search is given up. */
export const ROWS_SEARCHED = 64;
const CANDIDATES_HELD = 512;

/**
 * Finds the organization that CSV rows belong to. It is hashed but has no column, so it is tried: of all names that
 * could be meant, only the right one gives a row its recorded hash, and a false one would be a collision of SHA-256.
 */
export class CsvOrganization {
  readonly #hasher: Hasher;
  readonly #candidates: Set<string>;

  /** @param candidates names from outside the rows, likeliest first. */
  constructor(hasher: Hasher, candidates: readonly string[]) {
    this.#hasher = hasher;
    this.#candidates = new Set(candidates);
  }

  /** Tries a row, also with every name that its own cells mention; null where none fits. */
  find(cells: CsvCells): string | null {
    for (const name of namesIn(cells)) {
      if (this.#candidates.size < CANDIDATES_HELD) this.#candidates.add(name);
    }
    for (const org of this.#candidates) {
      const text = entryTextOfRow(cells, org);
      if (text !== null && hashEntryHex(this.#hasher, text) === cells.hash) return org;
    }
    return null;
  }
}

/** Organizations that verifier keys and checkpoints are named for. */
export function organizationsNamed(keys: readonly string[], checkpoints: readonly string[]): string[] {
  const origins = [
    ...keys.map((key) => key.slice(0, Math.max(0, key.indexOf("+")))),
    ...checkpoints.map((note) => parseCheckpoint(note)?.origin ?? ""),
  ];
  return origins.map(orgOfOrigin).filter((org): org is string => org !== null);
}

function namesIn(cells: CsvCells): string[] {
  const names = [cells.actor_id, cells.resource_id];
  try {
    collect(JSON.parse(cells.data) as JsonValue, names);
  } catch {
    // Data that was tampered with need not be JSON; the row then names nobody, and its hash will tell.
  }
  return names;
}

function collect(value: JsonValue, names: string[]): void {
  if (typeof value === "string") names.push(value);
  else if (typeof value === "object" && value !== null) {
    for (const member of Object.values(value)) collect(member, names);
  }
}
