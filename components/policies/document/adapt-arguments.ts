import { type ArgumentSpec, operatorSpec, type TestOperator, WEEKDAYS } from "@/lib/policy";
import { UNCHOSEN } from "./attribute-path";
import type { Argument } from "./builder-node";
import { convertLiteral, firstLiteral } from "./literal-kind";

const WORKING_HOURS: Readonly<Record<string, string>> = { from: "08:00", until: "18:00" };

const literal = (value: (Argument & { kind: "literal" })["value"]): Argument => ({
  kind: "literal",
  value,
  wrapped: false,
});

/** The arguments of a test when its operator changes: what fits stays, the rest starts anew. */
export function adaptArguments(op: TestOperator, args: readonly Argument[]): readonly Argument[] {
  return operatorSpec(op)
    .args.filter((spec) => spec.optional !== true)
    .map((spec, index) => adapt(spec, args[index], index));
}

function adapt(spec: ArgumentSpec, old: Argument | undefined, index: number): Argument {
  if (spec.kind === "reference" || (index === 0 && old === undefined)) {
    return old?.kind === "reference" ? old : { kind: "reference", path: UNCHOSEN };
  }
  if (spec.kind === "value") return adaptValue(spec, old, index);
  const text = old?.kind === "literal" && typeof old.value === "string" ? old.value : null;
  if (spec.kind === "weekdays") return literal(WEEKDAYS.slice(0, 5));
  if (spec.kind === "time_of_day") return literal(WORKING_HOURS[spec.name] ?? "00:00");
  return literal(spec.kind === "cidrs" ? [] : (text ?? ""));
}

function adaptValue(spec: ArgumentSpec, old: Argument | undefined, index: number): Argument {
  if (old === undefined) return literal(firstLiteral(spec.expects));
  if (old.kind === "reference" || index === 0) return old;
  const isList = Array.isArray(old.value);
  if (spec.expects === "list") return isList ? old : literal(convertLiteral(old.value, "texts"));
  if (spec.expects === "number") return literal(convertLiteral(old.value, "number"));
  if (spec.expects === "string" || spec.expects === "time") return literal(convertLiteral(old.value, "text"));
  return isList ? literal(convertLiteral(old.value, "text")) : old;
}
