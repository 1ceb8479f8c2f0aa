import type { Translator } from "@/lib/i18n/translator";
import type { PolicyTrace } from "@/lib/policy";

/** Why a policy decided or did not, in a sentence. */
export function policyVerdict(policy: PolicyTrace, t: Translator<"try-it.verdict">, locale: string): string {
  if (!policy.action_matched) return t("otherAction");
  if (policy.value === null) return t("otherType");
  if (policy.value === "true") return t(policy.condition === null ? "unconditional" : "true");
  if (policy.value === "false") return t("false");
  const told = policy.unknown_paths.map(({ path, problem }) =>
    t(problem === "missing" ? "missing" : "wrongType", { path }),
  );
  if (told.length === 0) return t(policy.matched ? "unknownMatch" : "unknownPassed");
  const reasons = new Intl.ListFormat(locale, { type: "conjunction" }).format(told);
  return t(policy.matched ? "unknownMatchBecause" : "unknownPassedBecause", { reasons });
}
