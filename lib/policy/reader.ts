import type { ReadOperand } from "./operand";
import { MISSING, type ReferencePath, readReference } from "./reference";

export { MISSING } from "./reference";

/** Looks an operand up in a request; `MISSING` for a reference that leads nowhere. */
export type Reader = (ctx: unknown) => unknown;

/** Compiles an operand to a function that looks it up. */
export function compileReader(operand: ReadOperand): Reader {
  if (operand.kind === "literal") {
    const { value } = operand;
    return () => value;
  }
  return compilePath(operand.path);
}

/** A reader for a path; those of the usual lengths are unrolled, with `readReference`'s meaning. */
export function compilePath(path: ReferencePath): Reader {
  const [first, second, third] = path;
  if (first !== undefined && second !== undefined) {
    if (path.length === 2) return (ctx) => own(own(ctx, first), second);
    if (path.length === 3 && third !== undefined) return (ctx) => own(own(own(ctx, first), second), third);
  }
  return (ctx) => readReference(ctx, path);
}

/** An own member of an object; `MISSING` of everything else. */
function own(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return MISSING;
  return Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : MISSING;
}
