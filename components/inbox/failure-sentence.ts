import { ApiError } from "@/lib/client/api-error";
import type { Translator } from "@/lib/i18n/translator";

/** Says what a failure means in the reader's language (`useErrorWords`). */
type ErrorWords = (error: unknown) => string | null;

/** Codes after which it is not certain whether anything was changed; their own sentences say so. */
const UNCERTAIN = new Set(["internal", "unexpected"]);

/** Whether what failed may have been counted all the same: the answer was lost, or was none. */
export const leavesDoubt = (error: unknown): boolean =>
  !(error instanceof ApiError) || error.status === 0 || UNCERTAIN.has(error.code);

/** Why a vote or comment did not go through, and whether anything was changed. */
export function failureSentence(
  error: unknown,
  t: Translator<"inbox.failure">,
  errorWords: ErrorWords,
): string {
  if (!(error instanceof ApiError)) return t("unexpected");
  if (error.status === 0) return t("unreachable");
  if (error.status === 401) return t("signedOut");
  const told = error.problem.detail;
  const why = errorWords(error) ?? told;
  // The sentence of a code says it already; the server's own may not.
  if (why !== told || UNCERTAIN.has(error.code)) return why;
  return /not counted|nothing was changed/i.test(told) ? told : t("nothingChanged", { why });
}
