import "server-only";
import type { SampleValue, SeenType } from "@/lib/contracts/policy-vocabulary";

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const ADDRESS = /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-fA-F]{0,4}(:[0-9a-fA-F]{0,4}){2,7})$/;

/** What a value is, for choosing the operators that can read it. */
export function seenType(value: unknown): SeenType {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "list";
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "flag";
  if (typeof value === "string")
    return INSTANT.test(value) ? "time" : ADDRESS.test(value) ? "address" : "text";
  return "object";
}

const LONGEST_SAMPLE = 60;

/** What of a value can be shown as a sample: itself, or the members of a list; nothing long, nothing nested. */
export function sampleValues(value: unknown): SampleValue[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter(
    (one): one is SampleValue =>
      typeof one === "number" ||
      typeof one === "boolean" ||
      (typeof one === "string" && one !== "" && one.length <= LONGEST_SAMPLE),
  );
}
