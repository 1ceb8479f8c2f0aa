import "server-only";
import type { AttributeSource, SampleValue, SeenType } from "@/lib/contracts/policy-vocabulary";
import { formatReference } from "@/lib/policy";

export type SourceKind = AttributeSource["kind"];

/** What one source tells of one attribute. */
export interface Sighting {
  path: readonly string[];
  source: SourceKind;
  /** Of the directory: the type of its entries. */
  entryType?: string;
  /** Null for a sealed value: nothing is known of it. */
  type: SeenType | null;
  seen: number;
  /** Values that may be shown to who may read the source; null where they are withheld. */
  samples: readonly SampleValue[] | null;
}

interface SeenAt {
  kind: SourceKind;
  entryType: string | null;
  seen: number;
  types: Set<SeenType>;
  samples: Map<SampleValue, number>;
  withheld: boolean;
}

export interface SeenAttribute {
  path: string;
  at: SeenAt[];
}

const MOST_ATTRIBUTES = 500;
const MOST_SAMPLES_KEPT = 50;
/** What programs call a member. Anything else may be somebody's name that a caller put where a name stands. */
const NAME = /^[A-Za-z_][A-Za-z0-9_.:-]{0,63}$/;

/** Puts sightings together, attribute by attribute. */
export function gather(sightings: Iterable<Sighting>): SeenAttribute[] {
  const attributes = new Map<string, Map<string, SeenAt>>();
  for (const sighting of sightings) {
    if (!sighting.path.every((segment) => NAME.test(segment))) continue;
    const path = formatReference(sighting.path);
    let places = attributes.get(path);
    if (places === undefined) {
      if (attributes.size >= MOST_ATTRIBUTES) continue;
      places = new Map();
      attributes.set(path, places);
    }
    add(places, sighting);
  }
  return [...attributes].map(([path, places]) => ({ path, at: [...places.values()] }));
}

function add(places: Map<string, SeenAt>, sighting: Sighting): void {
  const entryType = sighting.entryType ?? null;
  const key = `${sighting.source} ${entryType ?? ""}`;
  const place = places.get(key) ?? {
    kind: sighting.source,
    entryType,
    seen: 0,
    types: new Set(),
    samples: new Map(),
    withheld: false,
  };
  places.set(key, place);
  place.seen += sighting.seen;
  if (sighting.type !== null) place.types.add(sighting.type);
  if (sighting.samples === null) place.withheld = true;
  for (const sample of sighting.samples ?? []) {
    const before = place.samples.get(sample);
    if (before === undefined && place.samples.size >= MOST_SAMPLES_KEPT) continue;
    place.samples.set(sample, (before ?? 0) + 1);
  }
}
