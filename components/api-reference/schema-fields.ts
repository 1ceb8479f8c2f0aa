/** As much of JSON Schema as the API's documents use. */
export interface JsonSchema {
  $ref?: string;
  /** A list is any one of its types (JSON Schema 2020-12, section 6.1.1 of Validation). */
  type?: string | readonly string[];
  enum?: readonly unknown[];
  const?: unknown;
  anyOf?: readonly JsonSchema[];
  items?: JsonSchema;
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  additionalProperties?: boolean | JsonSchema;
  format?: string;
  pattern?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
}

/** A member of a body or of an answer, for people: `a.b[].c`. */
export interface SchemaField {
  name: string;
  type: string;
  required: boolean;
  /** Limits and default, in words. */
  note: string;
}

/** Every member of an object, those of inner objects under dotted names; inner lists are followed too. */
export function schemaFields(schema: JsonSchema, prefix = ""): SchemaField[] {
  const required = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const path = `${prefix}${name}`;
    const field = { name: path, type: typeWords(member), required: required.has(name), note: noteOf(member) };
    const inner = innerObject(member);
    return inner ? [field, ...schemaFields(inner.schema, `${path}${inner.suffix}.`)] : [field];
  });
}

function innerObject(schema: JsonSchema): { schema: JsonSchema; suffix: string } | null {
  if (schema.properties) return { schema, suffix: "" };
  if (schema.items) {
    const inner = innerObject(schema.items);
    return inner && { schema: inner.schema, suffix: `[]${inner.suffix}` };
  }
  const present = (schema.anyOf ?? []).filter((option) => option.type !== "null");
  return present.length === 1 && present[0] ? innerObject(present[0]) : null;
}

/** The type as a reader would say it: `"allow" | "deny"`, `list of text`, `whole number or null`. */
export function typeWords(schema: JsonSchema): string {
  if (schema.$ref) return schema.$ref.split("/").at(-1) ?? "";
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeWords))].join(" or ");
  if (typeof schema.type === "object") {
    return schema.type.map((type) => typeWords({ ...schema, type })).join(" or ");
  }
  if (schema.type === "array") return `list of ${schema.items ? typeWords(schema.items) : "anything"}`;
  if (schema.type === "string") return schema.format === "date-time" ? "time" : (schema.format ?? "text");
  const words: Record<string, string> = { integer: "whole number", boolean: "true or false", null: "null" };
  return words[schema.type ?? ""] ?? schema.type ?? "any JSON";
}

const BEYOND = Number.MAX_SAFE_INTEGER;

function noteOf(schema: JsonSchema): string {
  const range = (low: number | undefined, high: number | undefined, unit: string) => {
    const from = low !== undefined && low > -BEYOND ? low : undefined;
    const to = high !== undefined && high < BEYOND ? high : undefined;
    if (from !== undefined && to !== undefined) return `${from} to ${to}${unit}`;
    if (to !== undefined) return `at most ${to}${unit}`;
    return from !== undefined && from > 0 ? `at least ${from}${unit}` : "";
  };
  return [
    range(schema.minimum, schema.maximum, ""),
    range(schema.minLength, schema.maxLength, " characters"),
    range(schema.minItems, schema.maxItems, " items"),
    schema.default === undefined ? "" : `default ${JSON.stringify(schema.default)}`,
  ]
    .filter((part) => part !== "")
    .join(", ");
}
