import { OPERATORS } from "@/lib/policy";

/** An operator as it is read between its operands, in the words of the language itself. */
export function operatorWords(op: string): string {
  return Object.hasOwn(OPERATORS, op) ? OPERATORS[op as keyof typeof OPERATORS].words : op;
}
