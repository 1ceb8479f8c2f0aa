import * as z from "zod";
import type { FaultCode } from "./fault-codes";
import { FORMATS, fault } from "./faults";

/** A JSON value as it comes over the wire. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const MAX_DEPTH = 16;
const MAX_NODES = 2000;

/**
 * Why a value cannot be kept, or null. PostgreSQL stores no U+0000 and RFC 8785 has no bytes for a lone surrogate, so
 * both are refused at the door and not when the entry is written.
 */
export function unstorable(value: unknown): string | null {
  let nodes = 0;
  const walk = (node: unknown, depth: number): string | null => {
    nodes += 1;
    if (nodes > MAX_NODES) return `has more than ${MAX_NODES} values`;
    if (depth > MAX_DEPTH) return `is nested deeper than ${MAX_DEPTH}`;
    if (typeof node === "string") return unstorableText(node);
    if (typeof node === "number") return Number.isFinite(node) ? null : "holds a number that is not finite";
    if (node === null || typeof node === "boolean") return null;
    if (Array.isArray(node)) {
      for (const item of node) {
        const fault = walk(item, depth + 1);
        if (fault) return fault;
      }
      return null;
    }
    if (typeof node === "object") {
      for (const [name, item] of Object.entries(node)) {
        const fault = unstorableText(name) ?? walk(item, depth + 1);
        if (fault) return fault;
      }
      return null;
    }
    return "holds a value that is not JSON";
  };
  return walk(value, 0);
}

function unstorableText(text: string): string | null {
  if (text.includes("\u0000")) return "holds the character U+0000";
  return text.isWellFormed() ? null : "holds half of a surrogate pair";
}

/** A check that a value can be kept; its sentence says what is in the way. */
export const storable = () =>
  z.refine<unknown>((value) => unstorable(value) === null, {
    error: ({ input }) => unstorable(input) ?? undefined,
    params: { code: "unstorable" satisfies FaultCode },
  });

/** Text that can be stored and hashed, between `min` and `max` characters. */
export const text = (max: number, min = 0) => z.string().min(min).max(max).check(storable());

/** Anything: whoever takes it looks at it himself. */
export const anyJson = z.custom<z.core.util.JSONType>();

/**
 * Attributes of a subject, resource, action or of the circumstances: any JSON object within the limits. `unstorable`
 * looks at every value and goes no deeper than it may, which z.json() would.
 */
export const attributes = z.record(z.string().min(1).max(128), anyJson).check(storable());
export type Attributes = z.infer<typeof attributes>;

/** A dotted name of an action or a resource type. */
export const dottedName = z
  .string()
  .min(1)
  .max(200)
  .regex(FORMATS.dotted_name.pattern, FORMATS.dotted_name.sentence);

export const roleName = z.string().regex(FORMATS.role_name.pattern, FORMATS.role_name.sentence);

/** The id of a thing of ours: a known prefix, an underscore, and letters and digits. */
export const id = (prefix: string) =>
  z
    .string()
    .max(64)
    .regex(new RegExp(`^${prefix}_[A-Za-z0-9]+$`), `must be an id that starts with ${prefix}_`);

export const instant = z.iso.datetime({ offset: true });

export const pageQuery = z.strictObject({
  cursor: z.string().max(500).optional().meta({ description: "next_cursor of the page before." }),
  limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: "How many at most." }),
});
export type PageQuery = z.infer<typeof pageQuery>;

/** One page of a list: `next_cursor` is null on the last one. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    next_cursor: z.string().nullable().meta({ description: "Where the next page begins; null on the last." }),
  });
export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

/** RFC 9457, with a code for programs and the request's id for the people who are asked about it. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  request_id: z.string(),
  errors: z.array(fault).optional(),
});
export type Problem = z.infer<typeof problem>;
