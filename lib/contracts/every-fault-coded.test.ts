import { expect, it } from "vitest";
import * as z from "zod";
import { anyJson } from "./common";
import { ENDPOINTS } from "./endpoints";
import { FAULT_CODES } from "./fault-codes";
import { codeOf } from "./faults";

type Checks = readonly z.core.$ZodCheck[];
type Issue = z.core.$ZodIssue;

/** Their failures are told by what zod says of them: a type, a choice, an unknown member, a bound. */
const TOLD_BY_KIND = new Set([
  ...[
    "any",
    "array",
    "boolean",
    "default",
    "enum",
    "int",
    "literal",
    "never",
    "nullable",
    "null",
    "number",
    "object",
  ],
  ...["optional", "pipe", "record", "string", "transform", "tuple", "union", "unknown", "lazy"],
  ...["length_equals", "max_length", "min_length", "greater_than", "less_than", "number_format"],
]);
const CODES: ReadonlySet<unknown> = new Set(FAULT_CODES.filter((code) => code !== "unusable"));

/** Places of a schema whose failure would be said in English alone. */
function uncoded(schema: z.core.$ZodType, place: string, seen = new Set<unknown>()): string[] {
  if (seen.has(schema) || schema === anyJson) return [];
  seen.add(schema);
  const { def } = schema._zod;
  const checks = ("checks" in def ? def.checks : undefined) as Checks | undefined;
  const own = [def, ...(checks ?? []).map((check) => check._zod.def)].filter((one) => !isCoded(one));
  const below = Object.entries(def).flatMap(([name, part]) =>
    name === "checks" ? [] : schemasIn(part).map((inner) => uncoded(inner, `${place}/${name}`, seen)),
  );
  return [...own.map((one) => `${place}: ${nameOf(one)}`), ...below.flat()];
}

/** What a definition holds of schemas: in its members, its options, behind a getter. */
function schemasIn(part: unknown): z.core.$ZodType[] {
  if (part instanceof z.core.$ZodType) return [part];
  if (Array.isArray(part)) return part.flatMap(schemasIn);
  if (typeof part !== "object" || part === null || part instanceof RegExp) return [];
  return Object.getPrototypeOf(part) === Object.prototype ? Object.values(part).flatMap(schemasIn) : [];
}

type Definition = object & {
  type?: string;
  check?: string;
  format?: string;
  pattern?: RegExp;
  params?: object;
};

const nameOf = ({ type, check, format }: Definition) => [check ?? type, format].filter(Boolean).join(" ");

function isCoded(definition: Definition): boolean {
  const { type, check, format, pattern, params } = definition;
  if (check === "string_format") {
    const issue = { code: "invalid_format", format, pattern: String(pattern) } as unknown as Issue;
    return CODES.has(codeOf(issue).code);
  }
  if (check === "custom" || (check === undefined && type === "custom")) {
    return CODES.has(codeOf({ code: "custom", params } as unknown as Issue).code);
  }
  // They judge nothing.
  if (check === "describe" || check === "meta" || check === "overwrite") return true;
  return TOLD_BY_KIND.has(`${check ?? type}`);
}

it.each(ENDPOINTS.map((one) => [one.operationId, one] as const))(
  "%s says by code all that it refuses",
  (_, one) => {
    const { params, query, body } = one as { params?: z.ZodType; query?: z.ZodType; body?: z.ZodType };
    const places = Object.entries({ params, query, body }).flatMap(([name, schema]) =>
      schema ? uncoded(schema, name) : [],
    );
    expect(places).toEqual([]);
  },
);

it("finds a check, a format and a kind of schema without a code", () => {
  const odd = z.object({
    refined: z.string().refine(() => false, "is odd"),
    checked: z.array(z.string().superRefine(() => undefined)),
    format: z.string().regex(/^odd$/, "is odd"),
    custom: z.custom(() => false, "is odd"),
    set: z.set(z.string()),
  });
  expect(uncoded(odd, "body")).toHaveLength(5);
});
