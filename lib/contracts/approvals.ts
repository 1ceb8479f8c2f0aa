import * as z from "zod";
import { attributes, page, pageQuery, text } from "./common";
import { effect } from "./decisions";

export const approvalState = z.enum(["pending", "approved", "denied", "expired", "cancelled", "consumed"]);
export type ApprovalState = z.infer<typeof approvalState>;

/** Why somebody may not vote, for those who say it in another language than the server's sentence. */
const voteBarrier = z.enum([
  "closed",
  "expired",
  "not_a_member",
  "voted",
  "passkey_needed",
  "no_permission",
  "other_role",
  "involved",
  "unrelated",
]);
export type VoteBarrier = z.infer<typeof voteBarrier>;

const person = z.object({ id: z.string(), name: z.string() });

export const approval = z.object({
  id: z.string(),
  state: approvalState.meta({ description: "consumed: approved, and its agent has used it." }),
  decision_id: z.string().meta({ description: "The decision that asked for it." }),
  action: z.string(),
  resource: z.object({ type: z.string(), id: z.string(), attrs: attributes }),
  resource_display_name: z
    .string()
    .meta({ description: "The name that the directory has for the resource." }),
  resource_directory_attrs: attributes.meta({
    description: "What else it knows: of a patient birth date, record number, unit.",
  }),
  context: attributes,
  subject: z.object({ type: z.string(), id: z.string(), name: z.string() }),
  on_behalf_of: person.nullable(),
  policy: z.object({
    id: z.string(),
    version: z.number().int(),
    display_name: z.string(),
    sentence: z.string().meta({ description: "The rule in plain words." }),
    sentences: z
      .object({ en: z.string(), es: z.string() })
      .meta({ description: "The same in each language of the console." }),
  }),
  approver_roles: z
    .array(z.string())
    .meta({ description: "Roles that decide in the stage where it stands; empty: anybody who may vote." }),
  stage: z.number().int().meta({ description: "The stage where it stands, counted from 0." }),
  stages: z.number().int(),
  quorum: z.number().int().meta({ description: "How many have to approve in this stage." }),
  approvals_in_stage: z.number().int().meta({ description: "How many have." }),
  require_reason: z.enum(["deny", "always"]),
  step_up: z.enum(["none", "passkey"]),
  votes: z.array(
    z.object({
      user: person,
      stage: z.number().int(),
      vote: z.enum(["approve", "deny"]),
      reason: z.string(),
      created_at: z.string(),
    }),
  ),
  comments: z.array(z.object({ id: z.string(), user: person, body: z.string(), created_at: z.string() })),
  may_vote: z
    .object({ allowed: z.boolean(), message: z.string(), barrier: voteBarrier.nullable() })
    .nullable()
    .meta({
      description: "Whether the person who asks may vote now, and if not, why in a sentence. Null for a key.",
    }),
  uses_left: z.number().int().meta({ description: "How often it can still be used once it is approved." }),
  created_at: z.string(),
  expires_at: z.string(),
  escalated_at: z
    .string()
    .nullable()
    .meta({ description: "When it was opened to further roles because nobody had answered." }),
  resolved_at: z.string().nullable(),
  resolved_by: person.nullable(),
  reason: z.string(),
  approval_url: z.string(),
});
export type Approval = z.infer<typeof approval>;

export const listApprovalsQuery = pageQuery.extend({
  state: z
    .union([approvalState, z.enum(["open", "closed"])])
    .optional()
    .meta({ description: "open: pending ones. closed: all others." }),
  subject_id: z.string().max(200).optional(),
  for_me: z
    .stringbool()
    .default(false)
    .meta({ description: "Only those that the person who asks may vote on." }),
});
export const approvalPage = page(approval);
export const getApprovalQuery = z.strictObject({
  wait: z.coerce
    .number()
    .int()
    .min(0)
    .max(25)
    .default(0)
    .meta({ description: "Seconds to wait for an answer while it is pending." }),
});
export const castVote = z.strictObject({ vote: z.enum(["approve", "deny"]), reason: text(2000).default("") });
export type CastVote = z.infer<typeof castVote>;
export const addComment = z.strictObject({ body: text(2000, 1) });
export const cancelApproval = z.strictObject({ reason: text(500).default("") });

const count = z.number().int();

/** What the agent of a request was answered in the hour before, without the decision that opened the request itself. */
export const approvalActivity = z.object({
  /** Where the hour begins. */
  since: z.string(),
  counts: z.object({ allow: count, deny: count, require_approval: count }),
  /** There were more: only the newest 5,000 were counted. */
  is_capped: z.boolean(),
  /** On how many different resources of the type that this request is about. */
  resources: count,
  /** The last few, newest first. Nothing of a patient but what the organization calls safe to log. */
  last: z.array(
    z.object({
      time: z.string(),
      effect,
      action: z.string(),
      resource_type: z.string(),
      record_type: z.array(z.string()),
    }),
  ),
});
export type ApprovalActivity = z.infer<typeof approvalActivity>;

/** What the inbox stream says (server-sent events): enough to know what to fetch again, never patient data. */
export interface ApprovalEvent {
  type: "approval";
  id: string;
  state: ApprovalState;
}
