import {
  checkCondition,
  conditionReferences,
  isNamePattern,
  type JsonObject,
  type JsonValue,
  parseReference,
} from "@/lib/policy";
import { isList, isObject } from "./builder-node";

/** A request that the draft is about, to start trying from: its names filled in, every attribute it reads present. */
export function sampleRequest(document: JsonObject): JsonObject {
  let request: JsonObject = {
    subject: { type: "agent", id: "agt_sample", roles: ["agent"] },
    action: { name: nameFrom(document.actions, "ehr.read") },
    resource: { type: nameFrom(document.resource_types, "patient_record"), id: "sample-1" },
    env: { time: "2026-11-23T14:30:00Z" },
  };
  for (const [path, value] of attributesOf(document.condition)) request = setPath(request, path, value);
  return request;
}

function nameFrom(patterns: JsonValue | undefined, fallback: string): string {
  const first = isList(patterns) ? patterns[0] : undefined;
  if (typeof first !== "string" || !isNamePattern(first) || first === "*") return fallback;
  return first.replaceAll("*", "read");
}

/** Each path the condition reads, with a value that the first test of it compares with. */
function attributesOf(condition: JsonValue | undefined): [readonly string[], JsonValue][] {
  // Which attributes are read does not depend on what a pattern means.
  const parsed = checkCondition(condition ?? true, () => () => false);
  if (parsed.kind === "invalid" || condition === undefined) return [];
  const hints = new Map<string, JsonValue>();
  collectHints(condition, hints);
  return conditionReferences(parsed.value).map((path) => [
    parseReference(path) ?? [],
    hints.get(path) ?? "sample",
  ]);
}

function collectHints(json: JsonValue, hints: Map<string, JsonValue>): void {
  if (!isObject(json) || !isList(json.args)) return;
  for (const arg of json.args) collectHints(arg, hints);
  const [left, right] = json.args;
  if (typeof left !== "string" || hints.has(left) || right === undefined) return;
  const value = isObject(right) ? right.lit : right;
  const first =
    isList(value) && !/^(subset_of|intersects|contains)$/.test(String(json.op)) ? value[0] : value;
  if (first !== undefined && !(typeof first === "string" && first.startsWith("ctx."))) hints.set(left, first);
}

function setPath(object: JsonObject, path: readonly string[], value: JsonValue): JsonObject {
  const [name, ...rest] = path;
  if (name === undefined) return object;
  const here = Object.hasOwn(object, name) ? object[name] : undefined;
  if (rest.length === 0) return here === undefined ? { ...object, [name]: value } : object;
  return { ...object, [name]: setPath(isObject(here) ? here : {}, rest, value) };
}
