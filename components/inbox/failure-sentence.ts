import { ApiError } from "@/lib/client/api-error";

/** Why a vote or comment did not go through, and whether anything was changed. */
export function failureSentence(error: unknown): string {
  if (!(error instanceof ApiError))
    return "Something unexpected happened in this page. Reload it to see what counts.";
  if (error.status === 0) {
    return "Kynara could not be reached, so it is not certain whether this arrived. Look at the request once the connection is back: it shows what counts, and nothing is ever counted twice.";
  }
  if (error.status === 401)
    return "Your session has ended. Nothing was changed. Sign in again and repeat it.";
  const told = error.problem.detail;
  return /not counted|nothing was changed/i.test(told) ? told : `${told} Nothing was changed.`;
}
