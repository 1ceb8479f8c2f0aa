/** `{ a: { b: "x" } }` → `"a.b" → "x"`. */
export function flattened(tree: object, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]: [string, unknown]) => {
      const path = prefix === "" ? key : `${prefix}.${key}`;
      if (typeof value === "string") return [[path, value] as const];
      return typeof value === "object" && value !== null ? [...flattened(value, path)] : [];
    }),
  );
}
