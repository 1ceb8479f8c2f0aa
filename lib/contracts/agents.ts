import * as z from "zod";
import { attributes, id, instant, page, pageQuery, roleName, text } from "./common";

export const agentMode = z.enum(["read_only", "read_write"]);

export const agent = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  mode: agentMode,
  status: z
    .enum(["active", "disabled"])
    .meta({ description: "A disabled agent is denied whatever it asks." }),
  status_reason: z.string().meta({ description: "Why it was switched off." }),
  owner_user_id: z.string().nullable(),
  roles: z.array(z.string()),
  attrs: attributes,
  daily_action_budget: z.number().int().nullable(),
  actions_today: z
    .number()
    .int()
    .meta({ description: "How often it was allowed something since midnight UTC." }),
  created_at: z.string(),
  updated_at: z.string(),
});
export type Agent = z.infer<typeof agent>;

const fields = {
  name: text(200, 1).meta({ description: "Approvers read it in every request." }),
  description: text(2000).meta({ description: "What it is for, where it runs, whom to call." }),
  mode: agentMode.meta({
    description: "read_only: only actions that end in .read, .list or .search are looked at any further.",
  }),
  owner_user_id: id("usr")
    .nullable()
    .meta({ description: "Who answers for it, and never votes on its requests." }),
  roles: z.array(roleName).max(50).meta({ description: "What it may ask for, before policies decide." }),
  attrs: attributes.meta({ description: "What policies may ask of it." }),
  daily_action_budget: z
    .number()
    .int()
    .min(0)
    .max(1_000_000_000)
    .nullable()
    .meta({ description: "After so many allowed actions in one day (UTC) it is denied; null: no limit." }),
};

/** `roles` left out: the built-in role `agent`, which permits every action and leaves the decision to the policies. */
export const createAgent = z.strictObject({
  ...fields,
  description: fields.description.default(""),
  mode: agentMode.default("read_write"),
  owner_user_id: fields.owner_user_id.default(null),
  roles: fields.roles.default(["agent"]),
  attrs: attributes.default({}),
  daily_action_budget: fields.daily_action_budget.default(null),
});
export type CreateAgent = z.infer<typeof createAgent>;
export const updateAgent = z.strictObject(fields).partial();
export type UpdateAgent = z.infer<typeof updateAgent>;
export const agentStatusChange = z.strictObject({ reason: text(500).default("") });

export const listAgentsQuery = pageQuery.extend({
  status: z.enum(["active", "disabled"]).optional(),
  search: z.string().max(200).optional(),
});
export type ListAgentsQuery = z.infer<typeof listAgentsQuery>;
export const agentPage = page(agent);

export const apiKey = z.object({
  id: z.string(),
  agent_id: z.string().nullable(),
  name: z.string(),
  display: z.string().meta({ description: "Enough of the key to know it by, and not to use it." }),
  permissions: z.array(z.string()),
  created_by: z.string(),
  created_at: z.string(),
  expires_at: z
    .string()
    .nullable()
    .meta({ description: "From then on it opens nothing; null: it does not end by itself." }),
  revoked_at: z.string().nullable(),
});
export type ApiKey = z.infer<typeof apiKey>;

export const createKey = z.strictObject({
  name: text(200, 1),
  agent_id: id("agt")
    .nullable()
    .default(null)
    .meta({ description: "The agent that it speaks for; null: a service." }),
  permissions: z
    .array(z.string().max(64))
    .max(100)
    .default([])
    .meta({ description: "What it may do beyond asking for decisions: no more than its maker may." }),
  expires_at: instant.nullable().default(null).meta({ description: "When it ends by itself." }),
});
export type CreateKey = z.infer<typeof createKey>;
/** The only answer that ever carries the key itself. */
export const createdKey = apiKey.extend({
  secret: z.string().meta({ description: "The key. It is shown this once and kept nowhere." }),
});
export type CreatedKey = z.infer<typeof createdKey>;
export const listKeysQuery = pageQuery.extend({ agent_id: id("agt").optional() });
export type ListKeysQuery = z.infer<typeof listKeysQuery>;
export const keyPage = page(apiKey);
