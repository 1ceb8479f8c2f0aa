import "server-only";
import { newId } from "../ids";

/** The caller's X-Request-ID when it is fit to be echoed and logged, else a fresh one. */
export function requestIdOf(given: string | null | undefined): string {
  return given && /^[A-Za-z0-9._:-]{1,128}$/.test(given) ? given : newId("req");
}
