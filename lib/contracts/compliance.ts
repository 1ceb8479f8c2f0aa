import * as z from "zod";

export const REQUIREMENTS = [
  "minimum_necessary",
  "access_control",
  "audit_controls",
  "authentication",
  "emergency_access",
  "supervision",
] as const;
export const requirementId = z.enum(REQUIREMENTS);
export type RequirementId = z.infer<typeof requirementId>;

/** `absent`: what the requirement is about does not occur in this installation. */
export const complianceStatus = z.enum(["met", "partly", "gap", "absent"]);
export type ComplianceStatus = z.infer<typeof complianceStatus>;

/** A figure of this installation, and the list in the console that it was counted from. */
export const evidence = z.object({
  id: z.string(),
  value: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("count"), count: z.number().int() }),
    z.object({ kind: z.literal("share"), part: z.number().int(), whole: z.number().int() }),
    z.object({ kind: z.literal("instant"), at: z.string().nullable() }),
    z.object({ kind: z.literal("duration"), seconds: z.number().nullable() }),
    z.object({
      kind: z.literal("people"),
      people: z.array(z.object({ name: z.string(), count: z.number() })),
    }),
  ]),
  href: z.string().nullable(),
});
export type Evidence = z.infer<typeof evidence>;

/** What is missing, by the name of its words, with how many times where that can be counted. */
export const gap = z.object({ id: z.string(), count: z.number().int(), href: z.string().nullable() });
export type Gap = z.infer<typeof gap>;

export const complianceRow = z.object({
  id: requirementId,
  section: z.string(),
  status: complianceStatus,
  evidence: z.array(evidence),
  gaps: z.array(gap),
});
export type ComplianceRow = z.infer<typeof complianceRow>;

export const compliance = z.object({
  organization: z.string(),
  made_at: z.string(),
  /** Figures of "the last 30 days" count from the beginning of this day (UTC). */
  since: z.string(),
  /** The last entry that is counted, and the last there is. */
  counted_to: z.number().int(),
  entries: z.number().int(),
  rows: z.array(complianceRow),
});
export type Compliance = z.infer<typeof compliance>;

export const exportComplianceQuery = z.strictObject({
  format: z.enum(["csv", "json"]).default("csv"),
  language: z.enum(["en", "es"]).default("en"),
});
export type ExportComplianceQuery = z.infer<typeof exportComplianceQuery>;
