import "server-only";
import type { JsonObject } from "@/lib/policy";

export interface EntityRef {
  kind: "subject" | "resource";
  type: string;
  id: string;
}
export interface EntityRecord {
  displayName: string;
  attrs: JsonObject;
}

type FindEntities = (
  refs: readonly EntityRef[],
) => Promise<(EntityRef & { display_name: string; attrs: JsonObject })[]>;

const MAX_ENTITIES = 50_000;
const keyOf = (ref: EntityRef) => `${ref.kind}\n${ref.type}\n${ref.id}`;

/** The part of the directory that was asked for while one version of the state stood; absences are remembered too. */
export class EntityCache {
  private readonly known = new Map<string, EntityRecord | null>();

  constructor(private readonly find: FindEntities) {}

  has(ref: EntityRef): boolean {
    return this.known.has(keyOf(ref));
  }

  /** Null when the directory does not know it; it must have been loaded. */
  get(ref: EntityRef): EntityRecord | null {
    const found = this.known.get(keyOf(ref));
    if (found === undefined) throw new Error("This entity was not loaded.");
    return found;
  }

  async load(refs: readonly EntityRef[]): Promise<void> {
    const missing = refs.filter((ref) => !this.has(ref));
    if (missing.length === 0) return;
    const rows = await this.find(missing);
    for (const ref of missing) this.remember(keyOf(ref), null);
    for (const row of rows) this.remember(keyOf(row), { displayName: row.display_name, attrs: row.attrs });
  }

  private remember(key: string, record: EntityRecord | null): void {
    // The oldest goes: a Map keeps the order of insertion.
    if (this.known.size >= MAX_ENTITIES) {
      const oldest = this.known.keys().next();
      if (!oldest.done) this.known.delete(oldest.value);
    }
    this.known.set(key, record);
  }
}
