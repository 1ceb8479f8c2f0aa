import { isReference, parseReference, type ReferencePath } from "./reference";
import type { Literal, Operand } from "./types";

/** An operand, told apart: something to look up or something to take as it is. */
export type ReadOperand =
  | { readonly kind: "reference"; readonly path: ReferencePath }
  | { readonly kind: "literal"; readonly value: Literal };

/** Tells whether an operand is a reference or a literal, and gives its path or its value. */
export function readOperand(operand: Operand): ReadOperand {
  if (typeof operand === "string" && isReference(operand)) {
    // A malformed reference never passes the parser; read as a path that nothing has, it stays missing.
    return { kind: "reference", path: parseReference(operand) ?? [operand] };
  }
  if (typeof operand === "object" && operand !== null && "lit" in operand) {
    return { kind: "literal", value: operand.lit };
  }
  return { kind: "literal", value: operand };
}
