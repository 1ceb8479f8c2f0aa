import * as z from "zod";

/** What an attribute was seen to hold; a text that reads as an instant or an address says so. */
export const seenType = z.enum(["text", "number", "flag", "time", "address", "list", "object", "nothing"]);
export type SeenType = z.infer<typeof seenType>;

export const sampleValue = z.union([z.string(), z.number(), z.boolean()]);
export type SampleValue = z.infer<typeof sampleValue>;

export const attributeSource = z.object({
  kind: z.enum(["agents", "people", "directory", "decisions"]),
  /** Of the directory: the type of its entries. */
  type: z.string().nullable(),
  /** How many of those that were looked at carry the attribute. */
  seen: z.number().int(),
});
export type AttributeSource = z.infer<typeof attributeSource>;

/** An attribute that conditions can read, as it was found; `path` is a reference such as `ctx.resource.attrs.unit`. */
export const knownAttribute = z.object({
  path: z.string(),
  /** Empty where only sealed values were seen. */
  types: z.array(seenType),
  seen: z.number().int(),
  sources: z.array(attributeSource),
  /** Up to five; for a list, members of it. */
  samples: z.array(sampleValue),
  /** Whether values were left out because they may be somebody's data. */
  withheld: z.boolean(),
});
export type KnownAttribute = z.infer<typeof knownAttribute>;

export const policyVocabulary = z.object({
  attributes: z.array(knownAttribute),
  actions: z.array(z.string()),
  resource_types: z.array(z.string()),
  state_version: z.number().int(),
});
export type PolicyVocabulary = z.infer<typeof policyVocabulary>;
