import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  snippet,
} from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";
import {
  type ArgumentKind,
  isGroupOperator,
  isOperator,
  isReference,
  type JsonValue,
  OPERATOR_NAMES,
  type Operator,
  operatorSpec,
  WEEKDAYS,
} from "@/lib/policy";
import { type JsonContext, type JsonPath, jsonContextAt, unquoted } from "./json-context";
import type { PolicyFacts } from "./policy-facts";
import { fixedValuesAt, membersAtPlace, type SchemaMember, schemasAt } from "./policy-schema";

/** Completes names by the schema, and values by the schema and by what was seen here. */
export function policyCompletions(facts: () => PolicyFacts) {
  return (context: CompletionContext): CompletionResult | null => {
    const place = jsonContextAt(context.state, context.pos);
    if (place === null) return null;
    const written = context.state.sliceDoc(place.from, context.pos);
    // Nothing unasked where nothing has been begun.
    if (written === "" && !context.explicit) return null;
    const options =
      place.kind === "name"
        ? memberOptions(place, facts())
        : valueOptions(place, facts(), written.startsWith('"'));
    if (options.length === 0) return null;
    return {
      from: place.from + (written.startsWith('"') ? 1 : 0),
      options,
      validFor: /^[^"\\\s]*$/,
    };
  };
}

/** Puts a template where the whole token stands, quotation marks included. */
function applyTemplate(template: string) {
  return (view: EditorView, completion: Completion, from: number, to: number) => {
    const place = jsonContextAt(view.state, to);
    const start = place?.from ?? from;
    const end = Math.max(to, place?.to ?? to);
    snippet(template)(view, completion, start, end);
  };
}

const escaped = (json: JsonValue) => JSON.stringify(json).replace(/[\\{}]/g, (character) => `\\${character}`);

const TAILS: Readonly<Record<SchemaMember["shape"], string>> = {
  text: '"#{}"',
  list: "[#{}]",
  object: "\\{ #{} \\}",
  other: "#{}",
};

function memberOptions(place: JsonContext, facts: PolicyFacts): Completion[] {
  return membersAtPlace(place)
    .filter((member) => !place.names.has(member.name))
    .map((member) => ({
      label: member.name,
      type: "property",
      info: facts.memberWords(member.name) ?? "",
      boost: member.required ? 1 : 0,
      apply: (view: EditorView, completion: Completion, from: number, to: number) => {
        const end = Math.max(to, jsonContextAt(view.state, to)?.to ?? to);
        const hasValue = /^\s*:/.test(view.state.sliceDoc(end, end + 40));
        const tail = hasValue ? "" : `: ${TAILS[member.shape]}`;
        applyTemplate(`${escaped(member.name)}${tail}`)(view, completion, from, to);
      },
    }));
}

function literalOption(value: JsonValue, info: string | undefined, type = "constant"): Completion {
  const label = typeof value === "string" ? value : JSON.stringify(value);
  return { label, type, apply: applyTemplate(escaped(value)), ...(info === undefined ? {} : { info }) };
}

/** @param isText whether a quotation mark stands already, so that only a text can be meant. */
function valueOptions(place: JsonContext, facts: PolicyFacts, isText: boolean): Completion[] {
  const values = fixedValuesAt(place).filter((value) => !isText || typeof value === "string");
  const fixed = values.map((value) => {
    const op = place.path.at(-1) === "op" && isOperator(value) ? value : null;
    if (op === null) return literalOption(value, facts.valueWords(String(value)));
    const { label, help } = facts.operatorWords(op);
    return { ...literalOption(value, help, "keyword"), detail: label };
  });
  const options = [...operandOptions(place, facts), ...nameOptions(place, facts), ...fixed];
  return isCondition(place) ? [...options, ...operationOptions(facts)] : options;
}

const isCondition = (place: JsonContext) =>
  schemasAt({
    path: place.path,
    operators: new Map([...place.operators].filter(([depth]) => depth < place.path.length)),
  }).filter((schema) => schema.title !== undefined).length > 1;

/** Whole operations, with their arguments to be filled in. */
function operationOptions(facts: PolicyFacts): Completion[] {
  return OPERATOR_NAMES.map((op) => {
    const { label, help } = facts.operatorWords(op);
    return {
      label: op,
      detail: label,
      info: help,
      type: "function",
      boost: -1,
      apply: applyTemplate(`\\{ "op": "${op}", "args": [${argumentTemplate(op)}] \\}`),
    };
  });
}

const ARGUMENTS: Readonly<Record<ArgumentKind, string>> = {
  condition: "#{}",
  value: "#{}",
  reference: '"ctx.#{}"',
  regex: '"#{}"',
  cidrs: '["#{}"]',
  time_of_day: '"#{}"',
  weekdays: '["#{}"]',
  zone: '"#{}"',
};

function argumentTemplate(op: Operator): string {
  if (isGroupOperator(op)) return "#{}";
  return operatorSpec(op)
    .args.filter((spec) => spec.optional !== true)
    .map((spec, index) => (index === 0 ? ARGUMENTS.reference : ARGUMENTS[spec.kind]))
    .join(", ");
}

/** The operator whose argument stands at a path, with its place among the arguments and what is within it. */
function argumentAt(place: JsonContext): { op: Operator; index: number; isMember: boolean } | null {
  const { path, operators } = place;
  const at = path.lastIndexOf("args");
  const op = operators.get(at);
  const index = path[at + 1];
  if (at === -1 || !isOperator(op) || typeof index !== "number" || path.length > at + 3) return null;
  return { op, index, isMember: path.length === at + 3 };
}

function operandOptions(place: JsonContext, facts: PolicyFacts): Completion[] {
  const argument = argumentAt(place);
  if (argument === null) return [];
  const kind = operatorSpec(argument.op).args[argument.index]?.kind;
  if (kind === "zone") return facts.zones().map((zone) => literalOption(zone, undefined, "constant"));
  if (kind === "weekdays" && argument.isMember) return WEEKDAYS.map((day) => literalOption(day, undefined));
  if (kind !== "value" && kind !== "reference") return [];
  const samples = facts.samplesOf(leftOf(place)).map((sample) => literalOption(sample, undefined, "text"));
  if (argument.isMember) return samples;
  return [...(argument.index > 0 ? samples : []), ...referenceOptions(place.path, facts)];
}

/** The attribute that the values of this test are compared with. */
function leftOf(place: JsonContext): string | null {
  const text = unquoted(place.firstArgument ?? "");
  return isReference(text) ? text : null;
}

function referenceOptions(path: JsonPath, facts: PolicyFacts): Completion[] {
  return facts.references(path.includes("relationship")).map(({ path: reference, detail, info }) => ({
    label: reference,
    type: "variable",
    apply: applyTemplate(escaped(reference)),
    ...(detail === "" ? {} : { detail }),
    ...(info === "" ? {} : { info }),
  }));
}

function nameOptions({ path }: JsonContext, facts: PolicyFacts): Completion[] {
  const list = path.at(-2);
  if (typeof path.at(-1) !== "number") return [];
  if (list === "actions") return facts.actions.map((name) => literalOption(name, undefined, "text"));
  if (list === "resource_types")
    return facts.resourceTypes.map((name) => literalOption(name, undefined, "text"));
  if (list === "approver_roles" || list === "escalate_to_roles") {
    return facts.roles.map((role) => ({
      ...literalOption(role.name, undefined, "text"),
      detail: role.displayName,
    }));
  }
  return [];
}
