import type { Translator } from "@/lib/i18n/translator";

/** As much of JSON Schema as the API's documents use. */
export interface JsonSchema {
  $ref?: string;
  description?: string;
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
  /** What it means, in the API's own English; empty where its name says it. */
  meaning: string;
}

/** Every member of an object, those of inner objects under dotted names; inner lists are followed too. */
export function schemaFields(schema: JsonSchema, t: Translator<"api-reference">, prefix = ""): SchemaField[] {
  const required = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const path = `${prefix}${name}`;
    const field = {
      name: path,
      type: typeWords(member, t),
      required: required.has(name),
      note: noteOf(member, t),
      meaning: member.description ?? "",
    };
    const inner = innerObject(member);
    return inner ? [field, ...schemaFields(inner.schema, t, `${path}${inner.suffix}.`)] : [field];
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
export function typeWords(schema: JsonSchema, t: Translator<"api-reference">): string {
  if (schema.$ref) return schema.$ref.split("/").at(-1) ?? "";
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.anyOf) return joined([...new Set(schema.anyOf.map((one) => typeWords(one, t)))], t);
  if (typeof schema.type === "object") {
    return joined(
      schema.type.map((type) => typeWords({ ...schema, type }, t)),
      t,
    );
  }
  if (schema.type === "array")
    return t("types.listOf", { items: schema.items ? typeWords(schema.items, t) : t("types.anything") });
  if (schema.type === "string")
    return schema.format === "date-time" ? t("types.time") : (schema.format ?? t("types.text"));
  const plain = PLAIN_TYPES.find((type) => type === schema.type);
  return plain ? t(`types.${plain}`) : (schema.type ?? t("types.any"));
}

const PLAIN_TYPES = ["integer", "number", "object", "boolean", "null"] as const;

const joined = (types: readonly string[], t: Translator<"api-reference">): string =>
  types.reduce((first, second) => t("types.or", { first, second }));

const BEYOND = Number.MAX_SAFE_INTEGER;

type Unit = "" | "length" | "items";
const KEYS = {
  "": { both: "limits.between", most: "limits.atMost", least: "limits.atLeast" },
  length: { both: "limits.lengthBetween", most: "limits.lengthAtMost", least: "limits.lengthAtLeast" },
  items: { both: "limits.itemsBetween", most: "limits.itemsAtMost", least: "limits.itemsAtLeast" },
} as const;

function noteOf(schema: JsonSchema, t: Translator<"api-reference">): string {
  const range = (low: number | undefined, high: number | undefined, unit: Unit) => {
    const from = low !== undefined && low > -BEYOND ? String(low) : undefined;
    const to = high !== undefined && high < BEYOND ? String(high) : undefined;
    if (from !== undefined && to !== undefined) return t(KEYS[unit].both, { from, to });
    if (to !== undefined) return t(KEYS[unit].most, { to });
    return from !== undefined && low !== undefined && low > 0 ? t(KEYS[unit].least, { from }) : "";
  };
  return [
    range(schema.minimum, schema.maximum, ""),
    range(schema.minLength, schema.maxLength, "length"),
    range(schema.minItems, schema.maxItems, "items"),
    schema.default === undefined ? "" : t("limits.default", { value: JSON.stringify(schema.default) }),
  ]
    .filter((part) => part !== "")
    .join(", ");
}
