import { type Operator, operatorSpec } from "../operators";
import { ENGLISH } from "./en";
import { SPANISH } from "./es";
import { SPANISH_OPERATORS } from "./es-operators";
import type { OperatorText, PolicyWords } from "./policy-words";

/** The languages in which a policy can be told. */
export type PolicyLanguage = "en" | "es";

export const POLICY_WORDS: Readonly<Record<PolicyLanguage, PolicyWords>> = { en: ENGLISH, es: SPANISH };

/**
 * What an editor says of an operator.
 * @param language English unless told otherwise
 */
export function operatorText(op: Operator, language: PolicyLanguage = "en"): OperatorText {
  return language === "es" ? SPANISH_OPERATORS[op] : operatorSpec(op);
}
