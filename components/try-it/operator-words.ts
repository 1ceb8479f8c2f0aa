import { OPERATORS, type Operator, operatorText, type PolicyLanguage } from "@/lib/policy";

const isOperator = (op: string): op is Operator => Object.hasOwn(OPERATORS, op);

/** An operator as it is read between its operands, in the words of the language itself. */
export const operatorWords = (op: string, language: PolicyLanguage): string =>
  isOperator(op) ? operatorText(op, language).words : op;
