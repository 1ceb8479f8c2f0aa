import * as z from "zod";
import { anyJson, attributes, dottedName, id, storable, text } from "./common";
import { decisionReason, effect, obligation } from "./decisions";
import { says } from "./faults";

// OpenID AuthZEN Authorization API 1.0. Unknown members are ignored, as its section "JSON Serialization" demands.

const subject = z.looseObject({
  type: dottedName,
  id: text(200, 1),
  properties: attributes.optional(),
});
const action = z.looseObject({ name: dottedName, properties: attributes.optional() });
const resource = z.looseObject({ type: dottedName, id: text(500, 1), properties: attributes.optional() });

const MAX_NAME_LENGTH = 128;

/** The circumstances of the request, and the two things that the standard has no place of its own for. */
const context = z
  .object({
    on_behalf_of_user_id: text(200, 1)
      .optional()
      .describe("The person the subject acts for: it may do no more than this person may."),
    approval_id: id("apr")
      .optional()
      .describe("The approval that was given for this request; `approval: { id }` says the same."),
  })
  .catchall(anyJson)
  .refine(
    (value) => Object.keys(value).every((name) => name !== "" && name.length <= MAX_NAME_LENGTH),
    says(`has a name that is empty or longer than ${MAX_NAME_LENGTH} characters`, "member_name"),
  )
  .check(storable());

export const evaluationRequest = z.looseObject({ subject, action, resource, context: context.optional() });
export type EvaluationRequest = z.output<typeof evaluationRequest>;

const reasons = z.object({ 403: z.string() });

export const evaluationResponse = z.object({
  decision: z.boolean().describe("True only when the effect is allow."),
  context: z
    .object({
      effect,
      reason: decisionReason,
      decision_id: z.string(),
      matched_policy_id: z.string().optional(),
      obligations: z.array(obligation),
      approval_id: z.string().optional(),
      approval_url: z.string().optional(),
      expires_at: z.string().optional(),
      reason_admin: reasons.optional(),
      reason_user: reasons.optional(),
    })
    .partial()
    .extend({ error: z.object({ status: z.number().int(), message: z.string() }).optional() }),
});
export type EvaluationResponse = z.output<typeof evaluationResponse>;

export const MAX_EVALUATIONS = 256;

export const evaluationsSemantic = z.enum(["execute_all", "deny_on_first_deny", "permit_on_first_permit"]);
export type EvaluationsSemantic = z.output<typeof evaluationsSemantic>;

export const evaluationsRequest = z.looseObject({
  subject: subject.optional(),
  action: action.optional(),
  resource: resource.optional(),
  context: context.optional(),
  evaluations: z
    .array(z.unknown())
    .max(MAX_EVALUATIONS)
    .optional()
    .describe(
      "Each as in a single evaluation; what one leaves out is taken whole from the top level. One that is wrong is answered with decision false and an error, and does not stop the others.",
    ),
  options: z.looseObject({ evaluations_semantic: evaluationsSemantic.optional() }).optional(),
});

export const evaluationsResponse = z.union([
  z.object({ evaluations: z.array(evaluationResponse) }),
  evaluationResponse,
]);
export type EvaluationsResponse = z.output<typeof evaluationsResponse>;

/** The metadata of a policy decision point (section "Policy Decision Point Metadata"): it names what exists, no more. */
export const authzenConfiguration = z.object({
  policy_decision_point: z.string(),
  access_evaluation_endpoint: z.string(),
  access_evaluations_endpoint: z.string(),
});
export type AuthzenConfiguration = z.output<typeof authzenConfiguration>;
