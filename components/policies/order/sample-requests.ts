import type { JsonObject, JsonValue } from "@/lib/policy";
import { isObject } from "../document/builder-node";
import { formatJson } from "../document/format-json";
import { fieldTexts } from "../document/policy-members";
import { sampleRequest } from "../document/sample-request";
import { commonName, type PairChange } from "./order-effects";

const MOST = 24;

/**
 * Requests in which both rules of a pair may match: the names both cover, and the attributes that both read, with the
 * values of the one and of the other.
 */
export function sampleRequests(pairs: readonly PairChange[]): readonly JsonObject[] {
  const made = new Map<string, JsonObject>();
  for (const { first, second } of pairs) {
    if (made.size >= MOST) break;
    const documents = [first.document as JsonObject, second.document as JsonObject] as const;
    for (const request of requestsFor(...documents)) made.set(formatJson(request), request);
  }
  return [...made.values()].slice(0, MOST);
}

function requestsFor(one: JsonObject, other: JsonObject): readonly JsonObject[] {
  const action = commonName(fieldTexts(one.actions), fieldTexts(other.actions));
  const type = commonName(patternsOf(one.resource_types), patternsOf(other.resource_types), "patient_record");
  if (action === null || type === null) return [];
  const names = { actions: [action], resource_types: [type] };
  const samples = [one, other].map((document) => sampleRequest({ ...document, ...names }));
  const [own = {}, another = {}] = samples;
  return [filled(own, another), filled(another, own)];
}

function patternsOf(types: JsonValue | undefined): readonly string[] {
  const given = fieldTexts(types);
  return given.length === 0 ? ["*"] : given;
}

/** The first object with what only the second has, at any depth. */
function filled(object: JsonObject, from: JsonObject): JsonObject {
  const entries = Object.entries(from).map(([name, value]): [string, JsonValue] => {
    const own = Object.hasOwn(object, name) ? object[name] : undefined;
    if (own === undefined) return [name, value ?? null];
    return [name, isObject(own) && isObject(value) ? filled(own, value) : own];
  });
  return { ...object, ...Object.fromEntries(entries) };
}
