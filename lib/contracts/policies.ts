import * as z from "zod";
import { page, pageQuery, text } from "./common";
import { effect } from "./decisions";
import { fault, says } from "./faults";

/** `document` is the policy as lib/policy reads it, with every default filled in. */
export const policy = z.object({
  id: z.string(),
  version: z.number().int(),
  status: z.enum(["published", "archived"]),
  display_name: z.string(),
  effect,
  priority: z.number().int(),
  enabled: z.boolean(),
  sentence: z.string(),
  document: z.record(z.string(), z.json()),
  created_at: z.string(),
  updated_at: z.string(),
});
export type PolicyView = z.infer<typeof policy>;

/** lib/policy judges the document: its faults carry JSON Pointers. */
export const policyDocument = z.custom<{ [name: string]: z.core.util.JSONType }>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  says("must be an object", "wrong_type", { expected: "object" }),
);
export const listPoliciesQuery = pageQuery.extend({
  status: z.enum(["published", "archived"]).default("published"),
  /** Part of the display name, in whatever case. */
  search: z.string().max(200).optional(),
});
export type ListPoliciesQuery = z.infer<typeof listPoliciesQuery>;
export const policyPage = page(policy);

export const policyVersion = z.object({
  version: z.number().int(),
  document: z.record(z.string(), z.json()),
  note: z.string(),
  created_by: z.string(),
  created_at: z.string(),
});
export type PolicyVersionView = z.infer<typeof policyVersion>;
export const policyVersionPage = page(policyVersion);
/** Why a version is published, for those who read the history. */
export const publishQuery = z.strictObject({ note: text(500).default("") });
export const rollbackPolicy = z.strictObject({
  version: z.number().int().min(1).max(2_147_483_647),
  note: text(500).default(""),
});
export type RollbackPolicy = z.infer<typeof rollbackPolicy>;
export const archivePolicy = z.strictObject({ reason: text(500).default("") });

export const policyValidation = z.object({
  valid: z.boolean(),
  errors: z.array(fault),
  sentence: z.string().nullable(),
});
export type PolicyValidation = z.infer<typeof policyValidation>;
