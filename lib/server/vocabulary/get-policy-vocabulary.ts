import "server-only";
import type { Permission } from "@/lib/access";
import type { KnownAttribute, PolicyVocabulary, SampleValue } from "@/lib/contracts/policy-vocabulary";
import { isNamePattern } from "@/lib/policy";
import type { Caller } from "../caller";
import { now } from "../clock";
import { currentState, type DecisionState } from "../decision-state";
import { processWide } from "../process-wide";
import { decisionSightings } from "./decision-sightings";
import { directorySightings } from "./directory-sightings";
import { gather, type SeenAttribute, type SourceKind } from "./sightings";
import { stateSightings } from "./state-sightings";
import { findDirectoryAttributes, findRecentDecisions } from "./store";

interface Found {
  stateVersion: number;
  foundAt: number;
  attributes: SeenAttribute[];
  actions: string[];
  resourceTypes: string[];
}

/** Decisions do not raise the state version; what they add is seen after so long. */
const FRESH_MILLISECONDS = 60_000;
const ORGANIZATIONS_KEPT = 200;
const MOST_NAMES = 300;
const SAMPLES = 5;

/** Whose values stand behind a source: its samples are for those who may read them there. */
const PERMISSIONS: Readonly<Record<SourceKind, Permission>> = {
  agents: "agents.read",
  people: "members.read",
  directory: "entities.read",
  decisions: "audit.read",
};

/**
 * What policies can name here. Everybody who may read policies is told the names, for policies are written in them;
 * values only of sources that the caller may read, and there only those that are nobody's own data.
 */
export async function getPolicyVocabulary(caller: Caller): Promise<PolicyVocabulary> {
  const found = await find(caller.organizationId);
  return {
    attributes: found.attributes
      .map((attribute) => view(attribute, caller))
      .sort((one, other) => (one.path < other.path ? -1 : 1)),
    actions: found.actions,
    resource_types: found.resourceTypes,
    state_version: found.stateVersion,
  };
}

const kept = () => processWide("policy-vocabulary", () => new Map<string, Promise<Found>>());

async function find(organizationId: string): Promise<Found> {
  const cache = kept();
  const state = await currentState(organizationId);
  const before = await cache.get(organizationId)?.catch(() => null);
  const fresh = before && now().getTime() - before.foundAt < FRESH_MILLISECONDS;
  if (fresh && before.stateVersion === state.version) return before;
  const finding = read(state);
  cache.delete(organizationId);
  cache.set(organizationId, finding);
  const [oldest] = cache.keys();
  if (cache.size > ORGANIZATIONS_KEPT && oldest !== undefined) cache.delete(oldest);
  return finding;
}

async function read(state: DecisionState): Promise<Found> {
  const foundAt = now().getTime();
  const [directory, decisions] = await Promise.all([
    findDirectoryAttributes(state.organizationId, [...state.safeToLog]),
    findRecentDecisions(state.organizationId),
  ]);
  const seen = decisionSightings(decisions, state.safeToLog);
  const policies = [...state.policyRecords.values()].map((record) => record.policy);
  const allows = [...state.roles.values()].flatMap((role) => role.allows);
  for (const entry of directory) if (entry.kind === "resource") seen.resourceTypes.add(entry.type);
  for (const { actions, resource_types } of [...policies, ...allows]) {
    for (const action of actions) seen.actions.add(action);
    for (const type of resource_types ?? []) seen.resourceTypes.add(type);
  }
  return {
    stateVersion: state.version,
    foundAt,
    attributes: gather([...stateSightings(state), ...directorySightings(directory), ...seen.sightings]),
    actions: names(seen.actions),
    resourceTypes: names(seen.resourceTypes),
  };
}

/** "*" names nothing in particular. */
const names = (seen: ReadonlySet<string>) =>
  [...seen]
    .filter((name) => name !== "*" && isNamePattern(name))
    .sort()
    .slice(0, MOST_NAMES);

function view({ path, at }: SeenAttribute, caller: Caller): KnownAttribute {
  const counts = new Map<SampleValue, number>();
  let withheld = false;
  for (const place of at) {
    if (!caller.permissions.has(PERMISSIONS[place.kind])) {
      withheld ||= place.samples.size > 0 || place.withheld;
      continue;
    }
    withheld ||= place.withheld;
    for (const [sample, count] of place.samples) counts.set(sample, (counts.get(sample) ?? 0) + count);
  }
  const samples = [...counts].sort((one, other) => other[1] - one[1]).map(([sample]) => sample);
  return {
    path,
    types: [...new Set(at.flatMap((place) => [...place.types]))].sort(),
    seen: at.reduce((sum, place) => sum + place.seen, 0),
    sources: at.map(({ kind, entryType, seen }) => ({ kind, type: entryType, seen })),
    samples: samples.slice(0, SAMPLES),
    withheld,
  };
}
