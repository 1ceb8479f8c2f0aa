/** Generators for the property tests of this folder: small vocabularies, so that values meet often. */
import fc from "fast-check";
import type { Condition, Effect, IdentifiedPolicy, Literal, Operand, PolicyContext, Scalar } from "./types";

const WORDS = ["icu", "er", "a", "b", "diagnosis", "", "ctx.x", "10.20.3.4", "2026-11-23T23:30:00Z"] as const;
const NUMBERS = [0, 1, -1, 0.5, 12, 1e300] as const;
const PATHS = [
  "ctx.subject.attrs.unit",
  "ctx.subject.roles",
  "ctx.resource.attrs.kind",
  "ctx.resource.attrs.labels",
  "ctx.resource.attrs.risk",
  'ctx.resource.attrs["a.b"]',
  "ctx.resource.attrs.meta.owner",
  "ctx.resource.type",
  "ctx.on_behalf_of.id",
  "ctx.context.flag",
  "ctx.context.constructor",
  "ctx.context.__proto__",
  "ctx.subject.roles.length",
  "ctx.env.time",
] as const;

const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.constantFrom(...NUMBERS),
  fc.boolean(),
  fc.constant(null),
);
/** A literal whose text, if it is one, cannot be taken for a reference. */
const plainScalar = scalar.filter((value) => typeof value !== "string" || !value.startsWith("ctx."));
const listOfScalars = fc.array(scalar, { maxLength: 4 });
const lit: fc.Arbitrary<Operand> = fc.oneof(scalar, listOfScalars).map((value: Literal) => ({ lit: value }));
const reference = fc.constantFrom(...PATHS);

const operand: fc.Arbitrary<Operand> = fc.oneof(
  { weight: 5, arbitrary: reference },
  { weight: 3, arbitrary: plainScalar },
  { weight: 2, arbitrary: listOfScalars },
  { weight: 1, arbitrary: lit },
);

const binary = fc.record({
  op: fc.constantFrom(
    "eq",
    "neq",
    "gt",
    "gte",
    "lt",
    "lte",
    "in",
    "not_in",
    "contains",
    "intersects",
    "subset_of",
    "starts_with",
    "ends_with",
    "before",
    "after",
  ),
  args: fc.tuple(operand, operand),
});
/** The tests that an index can use, in the shapes that it can use. */
const indexable: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ op: fc.constantFrom("eq", "neq", "contains"), args: fc.tuple(reference, plainScalar) }),
  fc.record({ op: fc.constantFrom("eq", "neq", "in"), args: fc.tuple(plainScalar, reference) }),
  fc.record({ op: fc.constantFrom("in", "not_in", "intersects"), args: fc.tuple(reference, listOfScalars) }),
);
const special: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    op: fc.constant("matches" as const),
    args: fc.tuple(operand, fc.constantFrom("^i", "c$", "^er$", "a|b", "[0-9]+", "")),
  }),
  fc.record({
    op: fc.constant("ip_in" as const),
    args: fc.tuple(operand, fc.constantFrom<Operand[]>("10.20.0.0/16", ["::/0", "0.0.0.0/0"], [])),
  }),
  fc.record({
    op: fc.constant("time_between" as const),
    args: fc.tuple(
      operand,
      fc.constant("22:00"),
      fc.constantFrom("06:00", "22:00", "23:31"),
      fc.constant("Asia/Kolkata"),
    ),
  }),
  fc.record({
    op: fc.constant("weekday_in" as const),
    args: fc.tuple(operand, fc.constantFrom(["mon"], ["tue"], [])),
  }),
);
const existence: fc.Arbitrary<Condition> = fc.record({
  op: fc.constant("exists" as const),
  args: fc.tuple(reference),
});

/** Any condition the parser accepts. Without `exists`, a missing attribute only ever makes things unknown. */
export function conditions(options: { readonly withExists: boolean }): fc.Arbitrary<Condition> {
  const leaves = [
    { weight: 6, arbitrary: indexable },
    { weight: 4, arbitrary: binary as fc.Arbitrary<Condition> },
    { weight: 1, arbitrary: special },
    { weight: 1, arbitrary: fc.boolean() as fc.Arbitrary<Condition> },
  ];
  if (options.withExists) leaves.push({ weight: 2, arbitrary: existence });
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: "small", withCrossShrink: true, maxDepth: 4 },
      fc.oneof(...leaves),
      fc.record({
        op: fc.constantFrom("and", "or"),
        args: fc.array(tie("condition"), { minLength: 1, maxLength: 4 }),
      }),
      fc.record({ op: fc.constant("not" as const), args: fc.tuple(tie("condition")) }),
    ),
  }));
  return condition;
}

const NAMES = ["ehr.read", "ehr.note.write", "ehr", "claim.submit"] as const;
const PATTERNS = [
  "*",
  "ehr.*",
  "ehr.read",
  "*.read",
  "ehr.*.write",
  "ehr.note.*",
  "claim.submit",
  "ehr",
] as const;
const TYPES = ["patient_record", "patient_record.note", "claim"] as const;
const TYPE_PATTERNS = ["*", "patient_record", "patient_record.*", "claim"] as const;

/** Sets of enabled and disabled policies with ids of their own. */
export function policySets(options: {
  readonly withExists: boolean;
  /** Leaves `unknown` to the effect, as most policies do. */
  readonly closedByDefault: boolean;
  readonly most?: number;
}): fc.Arbitrary<readonly IdentifiedPolicy[]> {
  const policy = fc.record(
    {
      display_name: fc.constant("p"),
      effect: fc.constantFrom<Effect[]>("allow", "deny", "require_approval"),
      actions: fc.array(fc.constantFrom(...PATTERNS), { minLength: 1, maxLength: 3 }),
      priority: fc.constantFrom(0, 1, 2, 500),
      resource_types: fc.array(fc.constantFrom(...TYPE_PATTERNS), { maxLength: 2 }),
      condition: fc.oneof({ weight: 2, arbitrary: indexable }, { weight: 1, arbitrary: conditions(options) }),
      enabled: fc.constantFrom(true, true, true, false),
      ...(options.closedByDefault ? {} : { unknown: fc.constantFrom("match" as const, "no_match" as const) }),
    },
    { requiredKeys: ["display_name", "effect", "actions"] },
  );
  return fc
    .array(policy, { maxLength: options.most ?? 24, size: "max" })
    .map((policies) => policies.map((one, index): IdentifiedPolicy => ({ ...one, id: `p${index}` })));
}

const attribute = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 2, arbitrary: listOfScalars },
  { weight: 1, arbitrary: fc.constant(Number.POSITIVE_INFINITY) },
  { weight: 1, arbitrary: fc.constant({ owner: "icu" }) },
  { weight: 1, arbitrary: fc.constant([["icu"], null, { x: 1 }]) },
);

/** Requests in which every member may be absent and every attribute of any type. */
export const contexts: fc.Arbitrary<PolicyContext> = fc.record(
  {
    action: fc.record({ name: fc.constantFrom(...NAMES) }),
    subject: fc.record(
      { roles: attribute, attrs: fc.record({ unit: attribute }, { requiredKeys: [] }) },
      { requiredKeys: [] },
    ),
    on_behalf_of: fc.record({ id: attribute }, { requiredKeys: [] }),
    resource: fc.record(
      {
        type: fc.oneof(
          { weight: 8, arbitrary: fc.constantFrom(...TYPES) },
          { weight: 1, arbitrary: attribute },
        ),
        attrs: fc.record(
          { kind: attribute, labels: attribute, risk: attribute, "a.b": attribute, meta: attribute },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    ),
    context: fc.record({ flag: attribute, constructor: attribute }, { requiredKeys: [] }),
    env: fc.record({ time: fc.constantFrom(...WORDS) }, { requiredKeys: [] }),
  },
  { requiredKeys: ["action"] },
) as fc.Arbitrary<PolicyContext>;
