import "server-only";
import { sampleValues, seenType } from "./seen-type";
import type { Sighting } from "./sightings";
import type { DecisionRow } from "./store";

interface Entry {
  data?: {
    action?: unknown;
    action_attrs?: unknown;
    subject_attrs?: unknown;
    context?: unknown;
    resource?: { type?: unknown; attrs?: unknown };
  };
}

export interface SeenInDecisions {
  sightings: Sighting[];
  actions: Set<string>;
  resourceTypes: Set<string>;
}

/**
 * What callers said in recent decisions. A sealed value gives its name and nothing else; one that was written in the
 * open gives a sample only while its name is still among those that the organization calls safe.
 */
export function decisionSightings(rows: readonly DecisionRow[], safe: ReadonlySet<string>): SeenInDecisions {
  const seen: SeenInDecisions = { sightings: [], actions: new Set(), resourceTypes: new Set() };
  for (const { canonical } of rows) {
    const { data = {} } = JSON.parse(canonical) as Entry;
    if (typeof data.action === "string") seen.actions.add(data.action);
    if (typeof data.resource?.type === "string") seen.resourceTypes.add(data.resource.type);
    note(["resource", "attrs"], data.resource?.attrs);
    note(["context"], data.context);
    note(["action", "attrs"], data.action_attrs);
    note(["subject", "attrs"], data.subject_attrs);
  }
  return seen;

  function note(root: readonly string[], attrs: unknown): void {
    if (typeof attrs !== "object" || attrs === null) return;
    for (const [name, value] of Object.entries(attrs as Readonly<Record<string, unknown>>)) {
      // The log holds no object in the open: an object here is a commitment.
      const isSealed = typeof value === "object" && value !== null && !Array.isArray(value);
      seen.sightings.push({
        path: [...root, name],
        source: "decisions",
        type: isSealed ? null : seenType(value),
        seen: 1,
        samples: isSealed || !safe.has(name) ? null : sampleValues(value),
      });
    }
  }
}
