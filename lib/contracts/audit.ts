import * as z from "zod";
import { instant, page, pageQuery } from "./common";
import { effect } from "./decisions";

export const auditEvent = z.object({
  seq: z.number().int(),
  time: z.string(),
  type: z.string(),
  actor: z.object({ type: z.string(), id: z.string(), name: z.string() }),
  effect: effect.nullable(),
  action: z.string().nullable(),
  resource_type: z.string().nullable(),
  agent_id: z.string().nullable(),
  policy_id: z.string().nullable(),
  approval_id: z.string().nullable(),
  /** The entry itself, parsed from its canonical bytes. */
  entry: z.record(z.string(), z.json()),
  hash: z.string(),
});
export type AuditEvent = z.infer<typeof auditEvent>;

export const listAuditQuery = pageQuery.extend({
  /** The entry's own id; that of a decision's entry is the decision's. */
  event_id: z.string().max(100).optional(),
  actor: z.string().max(200).optional(),
  type: z.string().max(100).optional(),
  effect: effect.optional(),
  action: z.string().max(200).optional(),
  resource_type: z.string().max(200).optional(),
  /** Found through the sealed values' keyed tags; needs audit.reveal, for it tells who touched this one record. */
  resource_id: z.string().max(500).optional(),
  policy_id: z.string().max(100).optional(),
  approval_id: z.string().max(100).optional(),
  agent_id: z.string().max(100).optional(),
  from: instant.optional(),
  to: instant.optional(),
  from_seq: z.coerce.number().int().min(1).optional(),
  to_seq: z.coerce.number().int().min(0).optional(),
  order: z.enum(["newest", "oldest"]).default("newest"),
});
export type ListAuditQuery = z.infer<typeof listAuditQuery>;
export const auditPage = page(auditEvent);

export const auditProof = z.object({
  seq: z.number().int(),
  canonical: z.string(),
  hash: z.string(),
  checkpoint: z.string().nullable(),
  proof: z.array(z.string()),
});

/** from_seq and to_seq left out: the whole chain. */
export const verifyRequest = z.strictObject({
  from_seq: z.number().int().min(1).optional(),
  to_seq: z.number().int().min(1).optional(),
  checkpoints: z.array(z.string().max(10_000)).max(100).default([]),
});
export const verifyResponse = z.object({
  verdict: z.enum(["holds", "broken", "unreadable"]),
  entries: z.number().int(),
  first_broken_seq: z.number().int().nullable(),
  reason: z.string().nullable(),
  message: z.string(),
  tip: z.string().nullable(),
  checkpoint: z.string().nullable(),
});
export type VerifyResponse = z.infer<typeof verifyResponse>;

export const exportQuery = z.strictObject({
  format: z.enum(["jsonl", "csv"]).default("jsonl"),
  from_seq: z.coerce.number().int().min(1).optional(),
  to_seq: z.coerce.number().int().min(1).optional(),
});
export const checkpoint = z.object({
  size: z.number().int(),
  root: z.string(),
  note: z.string(),
  created_at: z.string(),
  verifier_key: z.string(),
});
export const checkpointPage = page(checkpoint);
export const revealed = z.object({ values: z.array(z.object({ path: z.string(), value: z.json() })) });
