import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conditions, policySets } from "../arbitraries";
import {
  type Condition,
  describeAllowance,
  describeCondition,
  describePolicy,
  OPERATOR_NAMES,
  OPERATORS,
  operatorText,
  type Policy,
  parseCondition,
} from "../index";

const UNIT = "ctx.context.unit";
const ROLES = "ctx.subject.roles";
const COUNT = "ctx.context.count";
const TIME = "ctx.env.time";
const is = (value: string): Condition => ({ op: "eq", args: [UNIT, value] });

/** Each operator said and, under `not`, denied, in both languages. */
const OPERATOR_SENTENCES: readonly (readonly [
  Condition,
  en: string,
  no: string,
  es: string,
  noEs: string,
])[] = [
  [
    { op: "and", args: [is("icu"), is("er")] },
    "the unit is icu and the unit is er",
    "not all of this holds (the unit is icu; the unit is er)",
    "la unidad es icu y la unidad es er",
    "no se cumple todo esto (la unidad es icu; la unidad es er)",
  ],
  [
    { op: "or", args: [is("icu"), is("er")] },
    "the unit is icu or the unit is er",
    "none of this holds (the unit is icu; the unit is er)",
    "la unidad es icu o la unidad es er",
    "no se cumple nada de esto (la unidad es icu; la unidad es er)",
  ],
  [
    { op: "not", args: [is("icu")] },
    "the unit is not icu",
    "the unit is icu",
    "la unidad no es icu",
    "la unidad es icu",
  ],
  [
    { op: "eq", args: [ROLES, ["a", "b"]] },
    "the agent's roles are a and b",
    "the agent's roles are not a and b",
    "los roles del agente son a y b",
    "los roles del agente no son a y b",
  ],
  [
    { op: "neq", args: [UNIT, "icu"] },
    "the unit is not icu",
    "the unit is icu",
    "la unidad no es icu",
    "la unidad es icu",
  ],
  [
    { op: "gt", args: [COUNT, 3] },
    "the count is greater than 3",
    "the count is at most 3",
    "la cantidad es mayor que 3",
    "la cantidad es como máximo 3",
  ],
  [
    { op: "gte", args: [COUNT, 3] },
    "the count is at least 3",
    "the count is less than 3",
    "la cantidad es como mínimo 3",
    "la cantidad es menor que 3",
  ],
  [
    { op: "lt", args: [COUNT, "ctx.resource.attrs.risk"] },
    "the count is less than the resource's risk",
    "the count is at least the resource's risk",
    "la cantidad es menor que el riesgo del recurso",
    "la cantidad es como mínimo el riesgo del recurso",
  ],
  [
    { op: "lte", args: [COUNT, 3] },
    "the count is at most 3",
    "the count is greater than 3",
    "la cantidad es como máximo 3",
    "la cantidad es mayor que 3",
  ],
  [
    { op: "in", args: [UNIT, ["icu", "er", "imaging"]] },
    "the unit is icu, er or imaging",
    "the unit is none of icu, er or imaging",
    "la unidad es icu, er o imaging",
    "la unidad no es icu, er ni imaging",
  ],
  [
    { op: "not_in", args: [UNIT, "ctx.subject.attrs.units"] },
    "the unit is none of the agent's units",
    "the unit is one of the agent's units",
    "la unidad no está en las unidades del agente",
    "la unidad está en las unidades del agente",
  ],
  [
    { op: "contains", args: [ROLES, "triage"] },
    "the agent's roles contain triage",
    "the agent's roles do not contain triage",
    "los roles del agente contienen triage",
    "los roles del agente no contienen triage",
  ],
  [
    { op: "intersects", args: [ROLES, ["a", "b"]] },
    "the agent's roles share a member with a or b",
    "the agent's roles share no member with a or b",
    "los roles del agente comparten algún elemento con a o b",
    "los roles del agente no comparten ningún elemento con a o b",
  ],
  [
    { op: "subset_of", args: [ROLES, ["a", "icu"]] },
    "the agent's roles are within a and icu",
    "the agent's roles are not within a and icu",
    "los roles del agente están dentro de a e icu",
    "los roles del agente no están dentro de a e icu",
  ],
  [
    { op: "starts_with", args: [UNIT, "ic"] },
    "the unit starts with ic",
    "the unit does not start with ic",
    "la unidad empieza con ic",
    "la unidad no empieza con ic",
  ],
  [
    { op: "ends_with", args: ["ctx.resource.attrs.labels", "u"] },
    "the resource's labels end with u",
    "the resource's labels do not end with u",
    "las etiquetas del recurso terminan con u",
    "las etiquetas del recurso no terminan con u",
  ],
  [
    { op: "matches", args: [UNIT, "^ic u"] },
    "the unit matches the pattern “^ic u”",
    "the unit does not match the pattern “^ic u”",
    "la unidad coincide con el patrón “^ic u”",
    "la unidad no coincide con el patrón “^ic u”",
  ],
  [
    { op: "exists", args: ["ctx.on_behalf_of.id"] },
    "the person acted for is present",
    "the person acted for is absent",
    "la persona representada está presente",
    "la persona representada está ausente",
  ],
  [
    { op: "ip_in", args: ["ctx.context.ip", ["10.0.0.0/8", "::1/128"]] },
    "the ip is an address in 10.0.0.0/8 or ::1/128",
    "the ip is not an address in 10.0.0.0/8 or ::1/128",
    "la dirección IP es una dirección de 10.0.0.0/8 o ::1/128",
    "la dirección IP no es una dirección de 10.0.0.0/8 o ::1/128",
  ],
  [
    { op: "before", args: ["ctx.resource.attrs.updated", "ctx.context.start"] },
    "the resource's updated is before the start",
    "the resource's updated is not before the start",
    "la actualización del recurso es anterior al atributo start",
    "la actualización del recurso no es anterior al atributo start",
  ],
  [
    { op: "after", args: [TIME, "2026-01-01T00:00:00Z"] },
    "the time is after 2026-01-01T00:00:00Z",
    "the time is not after 2026-01-01T00:00:00Z",
    "la hora es posterior a 2026-01-01T00:00:00Z",
    "la hora no es posterior a 2026-01-01T00:00:00Z",
  ],
  [
    { op: "time_between", args: [TIME, "22:00", "01:30", "America/New_York"] },
    "the time is between 22:00 and 01:30 (America/New_York)",
    "the time is not between 22:00 and 01:30 (America/New_York)",
    "la hora está entre las 22:00 y la 01:30 (America/New_York)",
    "la hora no está entre las 22:00 y la 01:30 (America/New_York)",
  ],
  [
    { op: "weekday_in", args: [TIME, ["sat", "sun"]] },
    "the time is on Saturday or Sunday (UTC)",
    "the time is not on Saturday or Sunday (UTC)",
    "la hora cae en sábado o domingo (UTC)",
    "la hora no cae en sábado o domingo (UTC)",
  ],
];

describe("every operator, in English and in Spanish", () => {
  it("is in the table", () => {
    const told = new Set(
      OPERATOR_SENTENCES.flatMap(([condition]) => (typeof condition === "boolean" ? [] : [condition.op])),
    );
    expect(OPERATOR_NAMES.filter((op) => !told.has(op))).toEqual([]);
  });

  it.each(OPERATOR_SENTENCES)("%j", (condition, en, no, es, noEs) => {
    const denied: Condition = { op: "not", args: [condition] };
    expect(parseCondition(condition).kind).toBe("ok");
    expect([describeCondition(condition), describeCondition(denied)]).toEqual([en, no]);
    expect([describeCondition(condition, "es"), describeCondition(denied, "es")]).toEqual([es, noEs]);
  });

  it.each(OPERATOR_NAMES)("%s has a label and a help text of its own in Spanish", (op) => {
    const spanish = operatorText(op, "es");
    expect(operatorText(op)).toBe(OPERATORS[op]);
    expect(spanish.help).not.toBe(OPERATORS[op].help);
    expect(Object.values(spanish).every((text) => text.trim() === text && text !== "")).toBe(true);
  });
});

describe("agreement and word order in Spanish", () => {
  it.each<[string, Condition]>([
    ["el atributo vip del recurso es verdadero", { op: "eq", args: ["ctx.resource.attrs.vip", true] }],
    ["el atributo “lab code” es nulo", { op: "eq", args: ["ctx.context.lab_code", null] }],
    ["la unidad es un texto vacío", { op: "eq", args: [UNIT, ""] }],
    [
      "los roles del agente están ausentes y nunca",
      {
        op: "and",
        args: [{ op: "not", args: [{ op: "exists", args: [ROLES] }] }, false],
      },
    ],
    [
      "las etiquetas del recurso son posteriores a la hora",
      {
        op: "after",
        args: ["ctx.resource.attrs.labels", TIME],
      },
    ],
    ["la unidad está en una lista vacía", { op: "in", args: [UNIT, []] }],
    ["la unidad es a, b, c, d, e o 2 más", { op: "in", args: [UNIT, ["a", "b", "c", "d", "e", "f", "g"]] }],
    ["la unidad es ward u oncology", { op: "in", args: [UNIT, ["ward", "oncology"]] }],
    [
      "la unidad de la persona representada es la unidad del aprobador",
      {
        op: "eq",
        args: ["ctx.on_behalf_of.attrs.unit", "ctx.approver.attrs.unit"],
      },
    ],
    ["el contexto está presente", { op: "exists", args: ["ctx.context"] }],
  ])("%s", (sentence, condition) => {
    const said = describeCondition(condition, "es");
    expect(said).toBe(sentence);
  });

  const base: Policy = { display_name: "p", effect: "deny", actions: ["ehr.read"] };
  const types = ["patient_record"];
  it.each<[string, Policy]>([
    [
      "Requerir aprobación por un médico tratante cuando un agente lee un expediente del paciente cuyo tipo de registro es diagnosis, medication, lab result o imaging.",
      {
        ...base,
        effect: "require_approval",
        resource_types: types,
        condition: {
          op: "in",
          args: ["ctx.resource.attrs.record_type", ["diagnosis", "medication", "lab_result", "imaging"]],
        },
        approval: { approver_roles: ["attending_physician"] },
      },
    ],
    ["Denegar cuando un agente lee en el EHR.", base],
    ["Denegar cuando un agente lee en el sistema de imágenes.", { ...base, actions: ["imaging.read"] }],
    ["Denegar cuando un agente lee en el sistema telemetry.", { ...base, actions: ["telemetry.read"] }],
    [
      "Denegar cuando un agente hace cualquier cosa en el sistema de citas, o busca en el sistema “order sets”.",
      { ...base, actions: ["scheduling.*", "order_sets.search"] },
    ],
    ["Denegar cuando un agente usa labs.release.", { ...base, actions: ["labs.release"] }],
    ["Permitir cuando un agente hace cualquier cosa.", { ...base, effect: "allow", actions: ["*"] }],
    [
      "Denegar cuando un agente hace cualquier cosa en el EHR con una reclamación.",
      { ...base, actions: ["ehr.*"], resource_types: ["claim"] },
    ],
    [
      "Denegar cuando un agente lee o escribe un expediente del paciente o una reclamación, o usa ehr.note.write sobre un expediente del paciente o una reclamación.",
      {
        ...base,
        actions: ["ehr.read", "ehr.write", "ehr.note.write"],
        resource_types: ["patient_record", "claim"],
      },
    ],
    [
      "Requerir aprobación por un médico tratante, y después por dos oficiales de privacidad cuando un agente lee en cualquier sistema.",
      {
        ...base,
        effect: "require_approval",
        actions: ["*.read"],
        approval: {
          stages: [
            { approver_roles: ["attending_physician"] },
            { approver_roles: ["privacy_officer"], quorum: 2 },
          ],
        },
      },
    ],
    [
      "Requerir aprobación por tres personas con el rol “lab lead” o admin cuando un agente elimina un recurso de tipo “x ray” de cualquier clase o un recurso de cualquier tipo.",
      {
        ...base,
        effect: "require_approval",
        actions: ["ehr.delete"],
        resource_types: ["x_ray.*", "*"],
        approval: { approver_roles: ["lab_lead", "admin"], quorum: 3 },
      },
    ],
    [
      "Denegar cuando un agente lee un expediente del paciente cuyo atributo vip es verdadero y cuyas etiquetas no contienen x, si el propósito no es TREAT. No se aplica cuando eso no se puede saber.",
      {
        ...base,
        resource_types: types,
        unknown: "no_match",
        condition: {
          op: "and",
          args: [
            { op: "eq", args: ["ctx.resource.attrs.vip", true] },
            { op: "not", args: [{ op: "contains", args: ["ctx.resource.attrs.labels", "x"] }] },
            { op: "not", args: [{ op: "eq", args: ["ctx.context.purpose", "TREAT"] }] },
          ],
        },
      },
    ],
  ])("%s", (sentence, policy) => {
    expect(describePolicy(policy, "es")).toBe(sentence);
  });
});

it.each([
  [{ actions: ["*"] }, "every action on any kind of resource", "toda acción sobre cualquier tipo de recurso"],
  [
    { actions: ["ehr.*"], resource_types: ["patient_record", "claim"] },
    "everything in the EHR on a patient record or claim",
    "todo en el EHR sobre un expediente del paciente o una reclamación",
  ],
  [
    { actions: ["imaging.*", "crm.*"], resource_types: ["imaging_study"] },
    "everything in the imaging system and everything in the CRM on an imaging study",
    "todo en el sistema de imágenes y todo en el CRM sobre un estudio de imagen",
  ],
  [
    { actions: ["ehr.read", "ehr.note.*"], resource_types: ["*"] },
    "ehr.read and everything in ehr.note on any kind of resource",
    "ehr.read y todo en ehr.note sobre cualquier tipo de recurso",
  ],
])("a role's %j", (allowance, en, es) => {
  expect([describeAllowance(allowance), describeAllowance(allowance, "es")]).toEqual([en, es]);
});

describe("whatever the policy says", () => {
  it("it is told in both languages, in one line, without a gap", () => {
    fc.assert(
      fc.property(policySets({ withExists: true, closedByDefault: false }), (policies) => {
        for (const policy of policies) {
          for (const sentence of [describePolicy(policy), describePolicy(policy, "es")]) {
            expect(sentence).toMatch(/^\S.*\.$/);
            expect(sentence).not.toMatch(/ {2}|undefined|\(\)| [,.]/);
          }
        }
      }),
    );
  });

  it("the two languages name the same values", () => {
    fc.assert(
      fc.property(conditions({ withExists: true }), (condition) => {
        const figures = (text: string) => text.match(/\d+(?:\.\d+)*/g) ?? [];
        expect(figures(describeCondition(condition, "es"))).toEqual(figures(describeCondition(condition)));
      }),
    );
  });
});
