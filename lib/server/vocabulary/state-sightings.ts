import "server-only";
import type { SampleValue } from "@/lib/contracts/policy-vocabulary";
import type { JsonObject } from "@/lib/policy";
import type { DecisionState } from "../decision-state";
import { sampleValues, seenType } from "./seen-type";
import type { Sighting } from "./sightings";

/** Nobody is told apart by what at least so many people have in common. */
const SHARED_BY = 2;
const MOST_LOOKED_AT = 5000;

/**
 * Attributes of agents and of people, from the state in memory. An agent is a program and its attributes are its
 * set-up: any value is shown. A person's value is shown when others have it too (a unit, a shift) or its name is safe
 * to log; what only one person has (a licence number, a birthday) is that person's.
 */
export function stateSightings(state: DecisionState): Sighting[] {
  const agents = [...state.agents.values()].slice(0, MOST_LOOKED_AT);
  const people = [...state.people.values()].slice(0, MOST_LOOKED_AT);
  const shared = sharedValues(people.map((person) => person.attrs));
  const showsOfPerson = (name: string, value: SampleValue) =>
    state.safeToLog.has(name) || shared.has(keyOf(name, value));
  return [
    ...agents.flatMap(({ attrs }) => sightingsOf("agents", "subject", attrs, () => true)),
    ...people.flatMap(({ attrs }) =>
      ["on_behalf_of", "approver"].flatMap((root) => sightingsOf("people", root, attrs, showsOfPerson)),
    ),
  ];
}

type Shows = (name: string, value: SampleValue) => boolean;

function sightingsOf(source: "agents" | "people", root: string, attrs: JsonObject, shows: Shows): Sighting[] {
  return Object.entries(attrs).flatMap(([name, value]) => {
    const own = sighting(source, [root, "attrs", name], value, (sample) => shows(name, sample));
    if (seenType(value) !== "object") return [own];
    const inner = Object.entries(value as JsonObject).map(([member, held]) =>
      // What lies within an object of a person's is never shown, as it is never shown in the log.
      sighting(source, [root, "attrs", name, member], held, () => source === "agents"),
    );
    return [own, ...inner];
  });
}

function sighting(
  source: "agents" | "people",
  path: string[],
  value: unknown,
  shows: (sample: SampleValue) => boolean,
): Sighting {
  const values = sampleValues(value);
  const shown = values.filter(shows);
  return {
    path,
    source,
    type: seenType(value),
    seen: 1,
    samples: values.length > 0 && shown.length === 0 ? null : shown,
  };
}

const keyOf = (name: string, value: SampleValue) => JSON.stringify([name, value]);

function sharedValues(all: readonly JsonObject[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const attrs of all) {
    const own = new Set(
      Object.entries(attrs).flatMap(([name, value]) => sampleValues(value).map((one) => keyOf(name, one))),
    );
    for (const key of own) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= SHARED_BY).map(([key]) => key));
}
