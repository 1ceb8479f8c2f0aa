import { asList, asText, type Faults, member } from "./faults";
import { isLongerThan, isRecord, type JsonValue, pointerSegment } from "./json";
import { LIMITS } from "./limits";
import type { Obligation } from "./types";

const MOST_MEMBERS = 100;

/** Parses one obligation: an object with a `type`; its other members are JSON for the caller to read. */
export function readObligation(json: unknown, pointer: string, faults: Faults): Obligation | undefined {
  if (!isRecord(json)) return faults.add(pointer, "object", { what: "obligation" });
  const type = asText(member(json, "type"), `${pointer}/type`, faults, LIMITS.obligationTypeCharacters);
  const rest = copyObject(json, pointer, faults, 1);
  return type === undefined || rest === undefined ? undefined : { ...rest, type };
}

function copyObject(
  json: Readonly<Record<string, unknown>>,
  pointer: string,
  faults: Faults,
  depth: number,
): { [member: string]: JsonValue } | undefined {
  const names = Object.keys(json);
  if (names.length > MOST_MEMBERS) return faults.add(pointer, "many_members", { most: MOST_MEMBERS });
  const copied: [string, JsonValue][] = [];
  for (const name of names) {
    const value = copyValue(json[name], pointer + pointerSegment(name), faults, depth + 1);
    if (value !== undefined) copied.push([name, value]);
  }
  return Object.fromEntries(copied);
}

function copyValue(json: unknown, pointer: string, faults: Faults, depth: number): JsonValue | undefined {
  if (depth > LIMITS.depth) return faults.add(pointer, "deep", { most: LIMITS.depth });
  if (json === null || typeof json === "boolean") return json;
  if (typeof json === "number" && Number.isFinite(json)) return json;
  if (typeof json === "string") {
    const most = LIMITS.stringCharacters;
    return isLongerThan(json, most) ? faults.add(pointer, "long_text", { most }) : json;
  }
  if (Array.isArray(json)) {
    return asList(json, pointer, faults, { min: 0, max: LIMITS.listLength }, (item, at) =>
      copyValue(item, at, faults, depth + 1),
    );
  }
  return isRecord(json) ? copyObject(json, pointer, faults, depth) : faults.add(pointer, "not_json");
}
