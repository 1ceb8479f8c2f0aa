/** A guard for codes of a list: a later version may send, or have written, others. */
export function isOneOf<Code extends string>(codes: readonly Code[]): (code: unknown) => code is Code {
  const known: ReadonlySet<unknown> = new Set(codes);
  return (code): code is Code => known.has(code);
}
