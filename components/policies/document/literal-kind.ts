import type { ExpectedType, Literal, Scalar } from "@/lib/policy";

/** The kinds of literal that have a control of their own. Digits in a list of texts stay text: most codes are. */
export type LiteralKind = "text" | "number" | "flag" | "nothing" | "texts" | "numbers" | "mixed";

export function literalKind(value: Literal): LiteralKind {
  if (value === null) return "nothing";
  if (typeof value === "string") return "text";
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "flag";
  if (value.every((item) => typeof item === "string")) return "texts";
  return value.every((item) => typeof item === "number") ? "numbers" : "mixed";
}

/** The value in another kind, keeping what it says as far as that kind can. */
export function convertLiteral(value: Literal, kind: LiteralKind): Literal {
  const items: readonly Scalar[] = typeof value === "object" && value !== null ? value : [value];
  const said = items.filter((item) => item !== null && item !== "");
  const [first = null] = said;
  switch (kind) {
    case "text":
      return first === null ? "" : String(first);
    case "number":
      return finite(first) ?? 0;
    case "flag":
      return first !== false && first !== "false";
    case "nothing":
      return null;
    case "texts":
      return said.map(String);
    case "numbers":
      return said.map(finite).filter((number) => number !== null);
    case "mixed":
      return items;
  }
}

function finite(value: Scalar): number | null {
  const number = typeof value === "string" && value.trim() === "" ? Number.NaN : Number(value);
  return value !== null && Number.isFinite(number) ? number : null;
}

/** What an argument starts as, by what its operator expects there. */
export function firstLiteral(expects: ExpectedType | undefined): Literal {
  if (expects === "number") return 0;
  return expects === "list" ? [] : "";
}

/** A scalar as the chip of a mixed list: JSON where the bare text would read as something else. */
export function scalarText(value: Scalar): string {
  if (typeof value !== "string") return JSON.stringify(value);
  return value === value.trim() && value !== "" && scalarOf(value) === value ? value : JSON.stringify(value);
}

export function scalarOf(text: string): Scalar {
  try {
    const value: unknown = JSON.parse(text);
    if (value === null || typeof value === "string" || typeof value === "boolean") return value;
    if (typeof value === "number" && Number.isFinite(value)) return value;
  } catch {
    // What is no JSON is a text as it stands.
  }
  return text;
}
