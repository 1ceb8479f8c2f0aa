import type { Translator } from "@/lib/i18n/translator";
import type { ApiError } from "./api-error";

/** With these the server has refused, so what was asked did not happen; that is said where its sentence does not. */
const REFUSALS: ReadonlySet<string> = new Set([
  "malformed",
  "unauthenticated",
  "forbidden",
  "conflict",
  "too_large",
  "invalid",
  "rate_limited",
]);
const SAYS_SO = /nothing|changed|not counted/i;

/** By name: the class brings the contracts' checker with it, which not every page needs. */
const isApiError = (error: unknown): error is ApiError => error instanceof Error && error.name === "ApiError";

/**
 * What a failure says to the person who met it. The server writes English: to an English reader its own sentence is
 * said, which is the most exact; to others the sentence for its code. What has none is not shown to them in a language
 * that they may not read.
 */
export function errorWords(error: unknown, t: Translator<"errors">, locale: string): string {
  const isEnglish = locale.startsWith("en");
  if (!isApiError(error)) return isEnglish && error instanceof Error ? error.message : t("unknown");
  if (!isEnglish) {
    const key = `codes.${error.code}` as "codes.internal";
    return t.has(key) ? t(key) : t("unknown");
  }
  const { code, detail } = error.problem;
  return REFUSALS.has(code) && !SAYS_SO.test(detail) ? `${detail} ${t("unchanged")}` : detail;
}
