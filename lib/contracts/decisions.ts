import * as z from "zod";
import { anyJson, attributes, dottedName, id, text } from "./common";
import { DECISION_REASONS } from "./decision-reasons";
import { STEP_CODES } from "./decision-steps";
import { says } from "./faults";

export const effect = z.enum(["allow", "deny", "require_approval"]);
export type Effect = z.infer<typeof effect>;

/** Why a decision came out as it did; `policy` means that matched_policy_id says it. */
export const decisionReason = z.enum(DECISION_REASONS);

export const checkRequest = z.strictObject({
  subject_type: z.enum(["agent", "user", "service"]).optional(),
  subject_id: text(200, 1).optional(),
  on_behalf_of_user_id: text(200, 1).optional(),
  action: dottedName,
  action_attrs: attributes.optional(),
  resource: z.strictObject({
    type: dottedName,
    id: text(500).optional(),
    attrs: attributes.optional(),
  }),
  context: attributes.optional(),
  approval_id: id("apr").optional(),
});
export type CheckRequest = z.infer<typeof checkRequest>;

export const obligation = z.looseObject({ type: z.string() });

export const decision = z.object({
  effect,
  decision_id: z.string(),
  matched_policy_id: z.string().nullable(),
  reason: decisionReason,
  message: z.string(),
  obligations: z.array(obligation),
  approval_id: z.string().nullable(),
  approval_url: z.string().nullable(),
  expires_at: z.string().nullable(),
  ttl_seconds: z.literal(0),
});
export type Decision = z.infer<typeof decision>;

/** A sentence for those who speak another language: which one it is, and what fills its gaps. */
const toldInCode = {
  code: z.enum(STEP_CODES).meta({
    description: "Which sentence `message` is: stable, for programs and for saying it in another language.",
  }),
  params: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .meta({ description: "What fills the gaps of the sentence: names of agents, roles and policies." }),
};

/** One line of what the pipeline did, in order: gates, roles, grants, policies, approval. */
export const traceStep = z.object({
  step: z.enum(["resolve", "gates", "permissions", "grants", "policies", "approval"]),
  outcome: z.enum(["pass", "deny", "allow", "require_approval", "skip"]),
  message: z.string(),
  ...toldInCode,
  details: z.json().optional(),
});
export type TraceStep = z.infer<typeof traceStep>;

/** What Try it shows: the decision, not recorded, with how it came about. */
export const explanation = z.object({
  effect,
  matched_policy_id: z.string().nullable(),
  reason: decisionReason,
  message: z.string(),
  ...toldInCode,
  steps: z.array(traceStep),
  policies: z.array(z.json()),
  context: z.json(),
});
export type Explanation = z.infer<typeof explanation>;

const isObject = (value: unknown): value is { [name: string]: z.core.util.JSONType } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const NO_OBJECT = says("must be an object", "wrong_type", { expected: "object" });

/**
 * What the language reads (spec/policy-language.md): any JSON object, for nothing of it is stored. Not z.record(), which
 * drops what is called `__proto__`.
 */
const simulatedContext = z
  .custom<{ [name: string]: z.core.util.JSONType }>(isObject, NO_OBJECT)
  .refine((value) => !Object.hasOwn(value, "ctx") || isObject(value.ctx), {
    ...NO_OBJECT,
    path: ["ctx"],
  })
  .meta({ type: "object", description: "The context that the policies read, or `{ ctx }` with it." });

export const simulateRequest = z.strictObject({
  policies: z.array(anyJson).max(10_000),
  requests: z.array(simulatedContext).max(1000),
});
/** A thousand requests with a page of context each. */
export const MAX_SIMULATION_BYTES = 16 * 1_048_576;
export const simulateResponse = z.object({
  results: z.array(z.object({ effect, matched_policy_id: z.string().nullable(), trace: z.json() })),
});
