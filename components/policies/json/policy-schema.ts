import { type JsonObject, type JsonValue, policyJsonSchema } from "@/lib/policy";
import { isList, isObject } from "../document/builder-node";
import type { JsonContext } from "./json-context";

const DEFINITIONS = isObject(policyJsonSchema.$defs) ? policyJsonSchema.$defs : {};

/** A schema without references and alternatives: each of what it may be. */
function alternatives(schema: JsonValue | undefined): JsonObject[] {
  if (!isObject(schema)) return [];
  if (typeof schema.$ref === "string") return alternatives(DEFINITIONS[schema.$ref.replace("#/$defs/", "")]);
  if (isList(schema.anyOf)) return schema.anyOf.flatMap(alternatives);
  return [schema];
}

const propertiesOf = (schema: JsonObject): JsonObject =>
  isObject(schema.properties) ? schema.properties : {};

/** Whether a schema of an operation is about another operator than the one that is written there. */
function isOther(schema: JsonObject, operator: string | undefined): boolean {
  const { op } = propertiesOf(schema);
  if (!isObject(op) || op.const === undefined || operator === undefined) return false;
  return op.const !== operator;
}

function within(schema: JsonObject, segment: string | number): JsonObject[] {
  if (typeof segment === "string") return alternatives(propertiesOf(schema)[segment]);
  const at = isList(schema.prefixItems) ? schema.prefixItems[segment] : schema.items;
  return alternatives(at);
}

/** What the schema of policies says may stand at a place, as far as what is written already decides it. */
export function schemasAt({ path, operators }: Pick<JsonContext, "path" | "operators">): JsonObject[] {
  let schemas = alternatives(policyJsonSchema);
  for (const [depth, segment] of path.entries()) {
    const operator = operators.get(depth);
    // Under `op` the operator itself is still to be chosen.
    const fitting = segment === "op" ? schemas : schemas.filter((schema) => !isOther(schema, operator));
    schemas = fitting.flatMap((schema) => within(schema, segment));
  }
  const here = operators.get(path.length);
  return schemas.filter((schema) => !isOther(schema, here));
}

/** A member that an object may have. */
export interface SchemaMember {
  readonly name: string;
  readonly required: boolean;
  /** What its value may begin with: `"`, `[`, `{` or nothing that is certain. */
  readonly shape: "text" | "list" | "object" | "other";
}

/** The members that the schema knows at the place of an object. */
export function membersAtPlace(context: Pick<JsonContext, "path" | "operators">): SchemaMember[] {
  const members = new Map<string, SchemaMember>();
  for (const schema of schemasAt(context)) {
    const required = isList(schema.required) ? schema.required : [];
    for (const [name, value] of Object.entries(propertiesOf(schema))) {
      if (members.has(name)) continue;
      members.set(name, { name, required: required.includes(name), shape: shapeOf(alternatives(value)) });
    }
  }
  return [...members.values()];
}

function shapeOf(schemas: readonly JsonObject[]): SchemaMember["shape"] {
  const [first] = schemas;
  if (first === undefined || schemas.length > 1) return "other";
  if (first.type === "array") return "list";
  if (first.type === "object") return "object";
  return first.type === "string" || first.enum !== undefined || first.const !== undefined ? "text" : "other";
}

/** Fixed values that the schema allows at a place: of enumerations, constants and booleans. */
export function fixedValuesAt(context: Pick<JsonContext, "path" | "operators">): JsonValue[] {
  const values = schemasAt(context).flatMap((schema): readonly JsonValue[] => {
    if (isList(schema.enum)) return schema.enum;
    if (schema.const !== undefined) return [schema.const];
    return schema.type === "boolean" ? [true, false] : [];
  });
  return [...new Set(values)];
}
