import "server-only";
import { invalid } from "../errors";

/**
 * The version that If-Match names (RFC 9110 section 13.1.1): a number, with or without quotes; `*` and no header ask for
 * none in particular. @throws AppError invalid for anything else.
 */
export function ifMatchVersion(request: Request): number | undefined {
  const given = request.headers.get("if-match")?.trim();
  if (given === undefined || given === "*") return undefined;
  const version = /^(?:"(\d{1,9})"|(\d{1,9}))$/.exec(given);
  if (!version) throw invalid("If-Match must be a version, such as 3.");
  return Number(version[1] ?? version[2]);
}
