import "server-only";
import { decode, encode } from "next-auth/jwt";
import { config } from "../config";
import { authSecret } from "../db/ledger/keys";

/** What the cookie's encrypted token carries: which session, and whose. Whether it still counts is in the database. */
export interface TokenClaims {
  sessionId: string;
  userId: string;
}

export const secureCookies = (): boolean => config().baseUrl.startsWith("https:");

/** Over https the name binds the cookie to this host alone (RFC 6265bis, section 4.1.3.2). */
export const cookieName = (): string => (secureCookies() ? "__Host-kynara-session" : "kynara-session");

/** Lax, not Strict: a link to an approval in a message has to find its reader signed in. */
export const cookieOptions = () => ({
  httpOnly: true,
  sameSite: "lax" as const,
  path: "/",
  secure: secureCookies(),
});

function cookieValue(header: string | null | undefined, name: string): string | null {
  for (const part of header?.split(";") ?? []) {
    const equals = part.indexOf("=");
    if (equals > 0 && part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim() || null;
  }
  return null;
}

/** The session that a Cookie header names; null when there is none, or it is not one of ours. */
export async function readToken(cookieHeader: string | null | undefined): Promise<TokenClaims | null> {
  const token = cookieValue(cookieHeader, cookieName());
  if (token === null) return null;
  try {
    return claimsOf(await decode({ token, secret: authSecret(), salt: cookieName() }));
  } catch {
    // Not ours, changed, or made with another deployment's secret: the same as no token.
    return null;
  }
}

export function claimsOf(payload: { sid?: unknown; sub?: unknown } | null): TokenClaims | null {
  if (typeof payload?.sid !== "string" || typeof payload.sub !== "string") return null;
  return { sessionId: payload.sid, userId: payload.sub };
}

/** A Set-Cookie value that signs the browser in to this session. */
export async function setCookieHeader(claims: TokenClaims): Promise<string> {
  const maxAge = config().sessionSeconds;
  const token = await encode({
    token: { sid: claims.sessionId, sub: claims.userId },
    secret: authSecret(),
    salt: cookieName(),
    maxAge,
  });
  return `${cookieName()}=${token}; Max-Age=${maxAge}; ${cookieAttributes()}`;
}

/** A Set-Cookie value that makes the browser forget its session. */
export const clearCookieHeader = (): string => `${cookieName()}=; Max-Age=0; ${cookieAttributes()}`;

function cookieAttributes(): string {
  const { path, secure } = cookieOptions();
  return `Path=${path}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}
