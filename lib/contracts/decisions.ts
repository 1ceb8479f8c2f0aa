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
  subject_type: z
    .enum(["agent", "user", "service"])
    .optional()
    .meta({ description: "What kind of subject asks. Left out: agent." }),
  subject_id: text(200, 1)
    .optional()
    .meta({ description: "Who asks. Left out: the key's agent; to name another takes decisions.check_any." }),
  on_behalf_of_user_id: text(200, 1)
    .optional()
    .meta({ description: "The person it acts for: it may do no more than this person may." }),
  action: dottedName.meta({ description: "What is to be done, as policies name it: ehr.read." }),
  action_attrs: attributes.optional().meta({ description: "What policies may ask of the action itself." }),
  resource: z
    .strictObject({
      type: dottedName.meta({ description: "What kind of thing it is done to: patient_record." }),
      id: text(500)
        .optional()
        .meta({ description: "Which one. With it the directory fills in what it knows of the thing." }),
      attrs: attributes.optional().meta({
        description: "What the caller says of it. Where the directory knows better, the directory counts.",
      }),
    })
    .meta({ description: "What it is done to." }),
  context: attributes
    .optional()
    .meta({ description: "The circumstances: purpose, place, device. Policies may ask for them." }),
  approval_id: id("apr")
    .optional()
    .meta({ description: "The approval that was given for this same request, to use it." }),
});
export type CheckRequest = z.infer<typeof checkRequest>;

export const obligation = z.looseObject({ type: z.string() });

export const decision = z.object({
  effect: effect.meta({
    description: "Act only on allow. Anything else, and no answer at all, means: do not.",
  }),
  decision_id: z.string().meta({ description: "Under this id the decision stands in the audit log." }),
  matched_policy_id: z
    .string()
    .nullable()
    .meta({ description: "The policy that decided; null when none did." }),
  reason: decisionReason.meta({ description: "Why, for programs." }),
  message: z.string().meta({ description: "Why, in a sentence for people." }),
  obligations: z.array(obligation).meta({
    description: "What the policy that decided asks of the caller along with it.",
  }),
  approval_id: z
    .string()
    .nullable()
    .meta({ description: "With require_approval: what to wait for, and to send along when asking again." }),
  approval_url: z.string().nullable().meta({ description: "Where a person decides it." }),
  expires_at: z.string().nullable().meta({ description: "Until when a person may decide." }),
  ttl_seconds: z
    .literal(0)
    .meta({ description: "A decision holds for this one request and is not to be kept." }),
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
