import type { Translator } from "@/lib/i18n/translator";
import type { ApiError } from "./api-error";

/** By name: the class brings the contracts' checker with it, which not every page needs. */
const isApiError = (error: unknown): error is ApiError => error instanceof Error && error.name === "ApiError";

/**
 * What a failure says to the person who met it. The server writes English: to an English reader its own sentence is
 * said, which is the most exact; to others the sentence for its code, and the server's where a code has none.
 */
export function errorWords(error: unknown, t: Translator<"errors">, locale: string): string {
  if (!isApiError(error)) return error instanceof Error ? error.message : t("unknown");
  const key = `codes.${error.code}` as "codes.internal";
  return locale.startsWith("en") || !t.has(key) ? error.problem.detail : t(key);
}
