import type { JsonObject } from "./json";
import { LIMITS } from "./limits";
import {
  type ArgumentKind,
  OPERATOR_NAMES,
  type Operator,
  operatorArity,
  operatorSpec,
  WEEKDAYS,
} from "./operators";
import { EFFECTS } from "./parse-policy";

const list = (items: JsonObject, minItems: number, maxItems: number): JsonObject => ({
  type: "array",
  items,
  minItems,
  maxItems,
});
const whole = (minimum: number, maximum: number): JsonObject => ({ type: "integer", minimum, maximum });
const text = (maxLength: number): JsonObject => ({ type: "string", minLength: 1, maxLength });
const ref = (name: string): JsonObject => ({ $ref: `#/$defs/${name}` });
const object = (properties: JsonObject, required: readonly string[]): JsonObject => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});

const roles = list(text(LIMITS.roleCharacters), 1, LIMITS.roles);
const quorum = whole(1, LIMITS.quorum);
const seconds = whole(1, LIMITS.seconds);

/** A literal that is read once, when the policy is saved: written as it is or as `{ lit }`. */
const fixed = (schema: JsonObject): JsonObject => ({ anyOf: [schema, object({ lit: schema }, ["lit"])] });

const ARGUMENTS: { readonly [Kind in ArgumentKind]: JsonObject } = {
  condition: ref("condition"),
  value: ref("operand"),
  reference: { type: "string", pattern: "^ctx\\." },
  regex: fixed({ type: "string", maxLength: LIMITS.regexCharacters }),
  cidrs: { anyOf: [fixed({ type: "string" }), list({ type: "string" }, 0, LIMITS.listLength)] },
  time_of_day: fixed({ type: "string", pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" }),
  weekdays: list({ enum: WEEKDAYS }, 0, LIMITS.listLength),
  zone: fixed({ type: "string" }),
};

function operationSchema(op: Operator): JsonObject {
  const spec = operatorSpec(op);
  const { min, max } = operatorArity(op);
  const args =
    spec.variadic === true
      ? list(ref("condition"), min, LIMITS.nodes - 1)
      : {
          type: "array",
          prefixItems: spec.args.map((arg) => ARGUMENTS[arg.kind]),
          minItems: min,
          maxItems: max,
        };
  return {
    ...object({ op: { const: op }, args }, ["op", "args"]),
    title: spec.label,
    description: spec.help,
  };
}

const scalar: JsonObject = {
  anyOf: [
    { type: "string", maxLength: LIMITS.stringCharacters },
    { type: "number" },
    { type: "boolean" },
    { type: "null" },
  ],
};
const literal: JsonObject = { anyOf: [ref("scalar"), list(ref("scalar"), 0, LIMITS.listLength)] };

/**
 * A policy as JSON Schema (2020-12), for editors that complete and check while typing. It says less than
 * `parsePolicy`, which alone decides: depth, networks, zones and regular expressions are beyond a schema.
 */
export const policyJsonSchema: JsonObject = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "Policy",
  ...object(
    {
      id: text(LIMITS.idCharacters),
      display_name: text(LIMITS.displayNameCharacters),
      effect: { enum: EFFECTS },
      priority: { ...whole(0, LIMITS.priority), description: "0 is looked at first; 500 if absent." },
      actions: list(ref("pattern"), 1, LIMITS.actions),
      resource_types: list(ref("pattern"), 0, LIMITS.actions),
      condition: ref("condition"),
      approval: ref("approval"),
      obligations: list(
        { type: "object", properties: { type: text(LIMITS.obligationTypeCharacters) }, required: ["type"] },
        0,
        LIMITS.obligations,
      ),
      unknown: { enum: ["match", "no_match"] },
      enabled: { type: "boolean" },
    },
    ["display_name", "effect", "actions"],
  ),
  $defs: {
    pattern: { type: "string", pattern: "^(\\*|[^\\s.*]+)(\\.(\\*|[^\\s.*]+))*$" },
    scalar,
    operand: {
      anyOf: [ref("scalar"), list(ref("scalar"), 0, LIMITS.listLength), object({ lit: literal }, ["lit"])],
    },
    condition: { anyOf: [{ type: "boolean" }, ...OPERATOR_NAMES.map(operationSchema)] },
    approval: object(
      {
        approver_roles: roles,
        quorum,
        stages: list(object({ approver_roles: roles, quorum }, []), 1, LIMITS.stages),
        expires_in_seconds: seconds,
        escalate_after_seconds: seconds,
        escalate_to_roles: roles,
        separation_of_duties: { type: "boolean" },
        step_up: { enum: ["none", "passkey"] },
        require_reason: { enum: ["deny", "always"] },
        uses: whole(1, LIMITS.uses),
        window_seconds: seconds,
        relationship: ref("condition"),
      },
      [],
    ),
  },
};
