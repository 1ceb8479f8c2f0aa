import "server-only";
import { headers } from "next/headers";
import NextAuth, { AuthError, CredentialsSignin, type NextAuthConfig, type User } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { config } from "../config";
import { authSecret } from "../db/ledger/keys";
import { newId } from "../ids";
import { log } from "../log";
import { clientAddress } from "./client-address";
import { listDemoSignIns } from "./demo-sign-ins";
import { findLiveSession } from "./session";
import { claimsOf, cookieName, cookieOptions, secureCookies } from "./session-token";
import { endReplacedSession, endSession } from "./sessions";
import { type SignInOutcome, signInWithPassword } from "./sign-in";

interface SignedInUser extends User {
  id: string;
  sessionId: string;
}

/** What next-auth must be told when a sign-in is refused; `code` reaches a caller of its HTTP endpoint. */
class SignInRefused extends CredentialsSignin {
  constructor(readonly outcome: Exclude<SignInOutcome, { kind: "signed_in" }>) {
    super();
    this.code = outcome.kind;
  }
}

const passwordProvider = Credentials({
  credentials: { email: { type: "email" }, password: { type: "password" } },
  async authorize({ email, password }, request): Promise<SignedInUser> {
    const outcome = await signInWithPassword({
      email,
      password,
      address: clientAddress(request.headers),
      userAgent: request.headers.get("user-agent") ?? "",
    });
    if (outcome.kind !== "signed_in") throw new SignInRefused(outcome);
    return { id: outcome.userId, sessionId: outcome.sessionId };
  },
});

function authConfig(): NextAuthConfig {
  // next-auth builds its addresses from this variable alone; it reads it on each call.
  process.env.AUTH_URL = config().baseUrl;
  return {
    providers: [passwordProvider],
    secret: authSecret(),
    trustHost: true,
    basePath: "/api/auth",
    useSecureCookies: secureCookies(),
    cookies: { sessionToken: { name: cookieName(), options: cookieOptions() } },
    session: { strategy: "jwt", maxAge: config().sessionSeconds },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/" },
    callbacks: {
      async jwt({ token, user }) {
        if (user) return { sub: user.id ?? "", sid: (user as SignedInUser).sessionId };
        const claims = claimsOf(token);
        return claims && (await findLiveSession(claims.sessionId, false)) ? token : null;
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut(message) {
        const claims = "token" in message ? claimsOf(message.token) : null;
        const session = claims && (await findLiveSession(claims.sessionId, false));
        if (session) {
          const owner = { organizationId: session.organizationId, id: session.userId };
          await endSession(owner, session.id, "signed_out");
        }
      },
    },
    logger: {
      error(error) {
        if (!(error instanceof CredentialsSignin)) log().error({ error }, "next-auth failed");
      },
      warn: (code) => log().warn({ code }, "next-auth warns"),
      debug: () => undefined,
    },
  };
}

const nextAuth = NextAuth(authConfig);

export const authHandlers = nextAuth.handlers;

export type PasswordSignIn =
  | { kind: "signed_in" }
  | { kind: "refused" | "failed" }
  | { kind: "locked"; until: Date };

/** Signs the browser in from a server action: next-auth checks, sets the cookie and keeps the rest to itself. */
export async function signInBrowser(email: unknown, password: unknown): Promise<PasswordSignIn> {
  const before = new Headers(await headers());
  try {
    await nextAuth.signIn("credentials", {
      email: String(email ?? ""),
      password: String(password ?? ""),
      redirect: false,
      redirectTo: "/",
    });
  } catch (error) {
    if (error instanceof SignInRefused) return error.outcome;
    // What went wrong is in the log already; the person has to know only that nothing happened.
    if (error instanceof AuthError) return { kind: "failed" };
    throw error;
  }
  await endReplacedSession(before, newId("req"));
  return { kind: "signed_in" };
}

/** Signs the browser out from a server action: ends the session, then forgets the cookie. */
export async function signOutBrowser(): Promise<void> {
  await nextAuth.signOut({ redirect: false, redirectTo: "/" });
}

/** Signs the browser in as one of the demo hospital's people; their password never leaves the server. */
export async function signInDemo(role: string): Promise<PasswordSignIn> {
  const person = (await listDemoSignIns()).find((one) => one.role === role);
  return person ? signInBrowser(person.email, person.password) : { kind: "refused" };
}
