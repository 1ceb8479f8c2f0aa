import * as z from "zod";
import { attributes, dottedName, id, page, pageQuery, roleName, text } from "./common";

/** Which actions on which resource types a role permits: patterns as in policies. */
export const permitted = z.strictObject({
  actions: z.array(z.string().min(1).max(200)).min(1).max(100),
  resource_types: z.array(z.string().min(1).max(200)).min(1).max(100).optional(),
});
export type Permitted = z.infer<typeof permitted>;

export const role = z.object({
  name: z.string(),
  display_name: z.string(),
  description: z.string(),
  permissions: z.array(z.string()),
  allows: z.array(permitted),
  built_in: z.boolean(),
  created_at: z.string(),
  updated_at: z.string(),
});
export type Role = z.infer<typeof role>;
export const createRole = z.strictObject({
  name: roleName,
  display_name: text(200, 1),
  description: text(2000).default(""),
  permissions: z.array(z.string().max(64)).max(100).default([]),
  allows: z.array(permitted).max(100).default([]),
});
export type CreateRole = z.infer<typeof createRole>;
/** Said anew and not made partial of the above: a default would set what is left out. */
export const updateRole = z
  .strictObject({
    display_name: text(200, 1),
    description: text(2000),
    permissions: z.array(z.string().max(64)).max(100),
    allows: z.array(permitted).max(100),
  })
  .partial();
export type UpdateRole = z.infer<typeof updateRole>;
export const rolePage = page(role);

export const member = z.object({
  id: z.string(),
  user_id: z.string(),
  email: z.string(),
  name: z.string(),
  title: z.string(),
  status: z.enum(["active", "removed"]),
  roles: z.array(z.string()),
  attrs: attributes,
  created_at: z.string(),
  updated_at: z.string(),
});
export type Member = z.infer<typeof member>;
/** Without a password the person cannot sign in with one until it is set. */
export const createMember = z.strictObject({
  email: z.email().max(320),
  name: text(200, 1),
  title: text(200).default(""),
  roles: z.array(roleName).max(50).default([]),
  attrs: attributes.default({}),
  password: z.string().min(12).max(200).optional(),
});
export type CreateMember = z.infer<typeof createMember>;
export const updateMember = z
  .strictObject({ name: text(200, 1), title: text(200), roles: z.array(roleName).max(50), attrs: attributes })
  .partial();
export type UpdateMember = z.infer<typeof updateMember>;
export const listMembersQuery = pageQuery.extend({
  status: z.enum(["active", "removed"]).default("active"),
  search: z.string().max(200).optional(),
});
export type ListMembersQuery = z.infer<typeof listMembersQuery>;
export const memberPage = page(member);

export const entityKind = z.enum(["subject", "resource"]);
export const entity = z.object({
  kind: entityKind,
  type: z.string(),
  id: z.string(),
  display_name: z.string(),
  attrs: attributes,
  created_at: z.string(),
  updated_at: z.string(),
});
export type Entity = z.infer<typeof entity>;
export const putEntity = z.strictObject({
  display_name: text(200).default(""),
  attrs: attributes.default({}),
});
export type PutEntity = z.infer<typeof putEntity>;
/** Up to 1,000 entries, stored together or not at all. */
export const putEntities = z.strictObject({
  items: z
    .array(putEntity.extend({ kind: entityKind, type: dottedName, id: text(500, 1) }))
    .min(1)
    .max(1000),
});
export type PutEntities = z.infer<typeof putEntities>;
export const putEntitiesResult = z.object({ changed: z.number().int(), unchanged: z.number().int() });
export const entityPath = z.strictObject({ kind: entityKind, type: dottedName, id: text(500, 1) });
export type EntityPath = z.infer<typeof entityPath>;
export const listEntitiesQuery = pageQuery.extend({
  kind: entityKind.optional(),
  type: dottedName.optional(),
});
export type ListEntitiesQuery = z.infer<typeof listEntitiesQuery>;
export const entityPage = page(entity);

export const grant = z.object({
  id: z.string(),
  subject: z.object({ type: z.enum(["user", "agent"]), id: z.string() }),
  actions: z.array(z.string()),
  resource: z.object({ type: z.string(), id: z.string().optional(), attrs: attributes.optional() }),
  justification: z.string(),
  ticket_url: z.string(),
  taken_by: z.string(),
  created_at: z.string(),
  expires_at: z.string(),
  ended_at: z.string().nullable(),
  ended_by: z.string().nullable(),
  reviewed_at: z.string().nullable(),
  reviewed_by: z.string().nullable(),
  finding: z.string(),
});
export type Grant = z.infer<typeof grant>;
export const createGrant = z.strictObject({
  subject: z.strictObject({ type: z.enum(["user", "agent"]), id: z.union([id("usr"), id("agt")]) }),
  actions: z.array(z.string().min(1).max(200)).min(1).max(20),
  resource: z.strictObject({ type: dottedName, id: text(500, 1).optional(), attrs: attributes.optional() }),
  duration_minutes: z.number().int().min(5).max(480),
  justification: text(2000, 10),
  ticket_url: z.union([z.url({ protocol: /^https?$/ }).max(2000), z.literal("")]).default(""),
});
export type CreateGrant = z.infer<typeof createGrant>;
export const reviewGrant = z.strictObject({ finding: text(2000, 1) });
export const listGrantsQuery = pageQuery.extend({ state: z.enum(["live", "ended", "to_review"]).optional() });
export type ListGrantsQuery = z.infer<typeof listGrantsQuery>;
export const grantPage = page(grant);
