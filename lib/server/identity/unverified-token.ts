import "server-only";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { AppError } from "../errors";

export const MAX_TOKEN_CHARACTERS = 8_192;
const MAX_AUDIENCES = 20;
/** JWT (RFC 7519), access tokens (RFC 9068, section 4), JWT-SVID (SPIFFE). Any other type was made for something else. */
const TYPES = new Set([undefined, "jwt", "jose", "at+jwt", "application/at+jwt"]);

/** One sentence for everything that can be wrong with a token: which it was is told to the operator's log only. */
export const badToken = (reason: unknown) =>
  new AppError(
    "unauthenticated",
    "The bearer token is not accepted: it is malformed, expired, of an issuer or subject that is not trusted here, or not signed by its issuer. Get a fresh one.",
    { cause: reason, challenge: 'error="invalid_token"' },
  );

/** What a token says of itself, by which to find the one who can verify it. Nothing of it is believed yet. */
export interface Claimed {
  organizationId: string;
  issuer: string;
  subject: string;
}

/** @throws AppError unauthenticated when it is no token, or none for an organization of ours. */
export function readUnverified(token: string): Claimed {
  try {
    return claimedBy(token);
  } catch (error) {
    // Whatever reading a stranger's text throws is a fault of the text.
    throw error instanceof AppError ? error : badToken(error);
  }
}

function claimedBy(token: string): Claimed {
  if (token.length > MAX_TOKEN_CHARACTERS) throw badToken("it is too long");
  const { typ } = decodeProtectedHeader(token);
  if (!TYPES.has(typ?.toLowerCase())) throw badToken("it is of another type");
  const { iss, sub, aud } = decodeJwt(token);
  if (typeof iss !== "string" || typeof sub !== "string") throw badToken("it names no issuer or subject");
  const audiences = Array.isArray(aud) ? aud : [aud];
  if (audiences.length > MAX_AUDIENCES) throw badToken("it has too many audiences");
  const named = new Set(audiences.flatMap((one) => organizationOfAudience(one) ?? []));
  const [organizationId] = named;
  // Of two organizations neither is the one: which is meant would be a guess.
  if (organizationId === undefined || named.size > 1) throw badToken("it is for no organization");
  return { organizationId, issuer: iss, subject: sub };
}

/** The organization that an audience is of: its id is the last part of it, so nobody can claim another's tokens. */
export function organizationOfAudience(audience: unknown): string | null {
  if (typeof audience !== "string" || audience.length > 500) return null;
  return /[/:](org_[A-Za-z0-9]{1,60})$/.exec(audience)?.[1] ?? null;
}
