import type { Fault } from "@/lib/contracts/faults";
import { checkCondition, type JsonValue, literalEngine } from "@/lib/policy";
import { isObject, readNode } from "./builder-node";

export type Pasted =
  | { readonly kind: "condition"; readonly json: JsonValue }
  /** JSON, and no condition. */
  | { readonly kind: "refused"; readonly fault: Fault }
  | { readonly kind: "no_json" };

/** Reads a text from the clipboard as a condition, or takes the condition out of a whole policy. */
export function readPasted(text: string): Pasted {
  let json: JsonValue;
  try {
    json = JSON.parse(text) as JsonValue;
  } catch {
    return { kind: "no_json" };
  }
  const condition =
    isObject(json) && json.op === undefined && json.condition !== undefined ? json.condition : json;
  const parsed = checkCondition(condition, literalEngine);
  if (parsed.kind === "ok") return { kind: "condition", json: condition };
  // The builder judges patterns once they are there.
  const [fault] = parsed.faults.filter(({ code }) => code !== "regex");
  if (fault === undefined) return { kind: "condition", json: condition };
  // A condition whose attribute is still to be chosen is one all the same: the builder marks what is missing.
  if (readNode(condition).kind !== "opaque") return { kind: "condition", json: condition };
  return { kind: "refused", fault };
}
