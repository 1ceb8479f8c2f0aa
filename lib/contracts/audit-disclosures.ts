import * as z from "zod";
import { instant, text } from "./common";
import { effect } from "./decisions";

/** Asked for in a body: what names a patient stands in no address and so in no server's log. */
export const disclosuresRequest = z.strictObject({
  /** The patient's or record's id, exactly as agents send it. */
  patient: text(500, 1),
  from: instant.optional(),
  to: instant.optional(),
});
export type DisclosuresRequest = z.infer<typeof disclosuresRequest>;

const named = z.object({ id: z.string(), name: z.string() });

/** One time that somebody asked for this patient's data, and what came of it. */
export const disclosure = z.object({
  seq: z.number().int(),
  time: z.string(),
  /** Who asked: the agent, or whoever asked for it. */
  by: named,
  on_behalf_of: named.nullable(),
  action: z.string().nullable(),
  resource_type: z.string().nullable(),
  record_type: z.string().nullable(),
  purpose: z.string().nullable(),
  effect: effect.nullable(),
  policy: named.extend({ version: z.number().int().nullable() }).nullable(),
  approval: z.object({ id: z.string(), voted_by: z.array(z.string()) }).nullable(),
  emergency: z.boolean(),
  hash: z.string(),
});
export type Disclosure = z.infer<typeof disclosure>;

/** Newest first. */
export const disclosures = z.object({
  items: z.array(disclosure),
  /** There are older ones than these. */
  more: z.boolean(),
  /** The entry that records this look-up. */
  recorded_seq: z.number().int(),
});
export type Disclosures = z.infer<typeof disclosures>;
