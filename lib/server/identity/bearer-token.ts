import "server-only";
import { type JWTPayload, jwtVerify } from "jose";
import { text } from "@/lib/contracts/common";
import { now as currentTime } from "../clock";
import {
  currentState,
  type DecisionState,
  latestState,
  type TokenBindingRecord,
  type TokenIssuerRecord,
} from "../decision-state";
import { AppError } from "../errors";
import { log } from "../log";
import { processWide } from "../process-wide";
import { sha256 } from "../sha256";
import { keysOf } from "./issuer-keys";
import { hasTokenIssuer } from "./store";
import { badToken, type Claimed, MAX_TOKEN_CHARACTERS, readUnverified } from "./unverified-token";

const REMEMBERED_SECONDS = 60;
const MAX_REMEMBERED = 20_000;
const MAX_LIFETIME_SECONDS = 86_400;
const CLOCK_TOLERANCE_SECONDS = 30;
const MAX_CACHED = 100_000;
/** An agent that signed in with a token of a trusted issuer. */
export interface TokenCredential {
  kind: "token";
  organizationId: string;
  /** The `iss` of the token. */
  issuer: string;
  issuerId: string;
  /** By what the token was verified (TokenIssuerRecord.trust). */
  trust: string;
  bindingId: string;
  subject: string;
  agentId: string;
  /** The `jti` of the token. */
  tokenId: string | null;
  expiresAt: Date;
}

/**
 * Who a bearer token signs in (RFC 9068, section 4; RFC 8725). Its audience says the organization, the organization's
 * state whether it trusts the issuer and which agent the subject is bound to.
 *
 * @throws AppError unauthenticated whatever is wrong with the token; unavailable when its issuer's keys cannot be had.
 */
export async function authenticateToken(token: string): Promise<TokenCredential> {
  try {
    return (await remembered(token)) ?? (await verified(token));
  } catch (error) {
    if (error instanceof AppError && error.code === "unauthenticated")
      log().debug({ error: error.cause }, "refused a bearer token");
    throw error;
  }
}

async function verified(token: string): Promise<TokenCredential> {
  const claimed = readUnverified(token);
  const issuer = await trustedIssuer(claimed);
  const credential = credentialOf(claimed.organizationId, issuer, await verifiedClaims(token, issuer));
  remember(token, credential);
  return credential;
}

interface Remembered {
  credential: TokenCredential;
  until: number;
}

const memory = () => processWide("verified-tokens", () => new Map<string, Remembered>());
const nameOf = (token: string) => sha256(token).toString("base64");

/** An agent shows one token many times: its signature is looked at again after a minute, all that can change each time. */
function remember(token: string, credential: TokenCredential): void {
  if (memory().size >= MAX_REMEMBERED) memory().clear();
  const until = currentTime().getTime() + REMEMBERED_SECONDS * 1000;
  memory().set(nameOf(token), { credential, until });
}

/** Whose token this is, when it was verified a moment ago and still counts; null: to be verified. */
async function remembered(token: string): Promise<TokenCredential | null> {
  if (memory().size === 0 || token.length > MAX_TOKEN_CHARACTERS) return null;
  const name = nameOf(token);
  const found = memory().get(name);
  if (!found) return null;
  const state = await currentState(found.credential.organizationId);
  const now = currentTime();
  if (found.until > now.getTime() && refusalOf(state, found.credential, now) === null)
    return found.credential;
  memory().delete(name);
  return null;
}

async function trustedIssuer(claimed: Claimed): Promise<TokenIssuerRecord> {
  const { organizationId, issuer: iss, subject } = claimed;
  if (!(await isKnownIssuer(organizationId, iss))) throw badToken("the issuer is not trusted");
  const knows = (state: DecisionState) => state.tokenIssuers.get(iss)?.bindings.has(subject) === true;
  const issuer = (await stateKnowing(organizationId, knows)).tokenIssuers.get(iss);
  if (!issuer || issuer.disabled) throw badToken("the issuer is not trusted");
  return issuer;
}

/** The claims, once the signature and all that every token has to keep to hold. */
async function verifiedClaims(token: string, issuer: TokenIssuerRecord): Promise<JWTPayload> {
  const { payload } = await jwtVerify(token, keysOf(issuer), {
    algorithms: issuer.algorithms,
    issuer: issuer.issuer,
    audience: issuer.audience,
    requiredClaims: ["sub", "exp", "iat"],
    maxTokenAge: MAX_LIFETIME_SECONDS,
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    currentDate: currentTime(),
  }).catch((error: unknown) => {
    throw error instanceof AppError ? error : badToken(error);
  });
  // RFC 9449, section 7.2, and RFC 8705: a token bound to a key proves nothing where that key is not shown.
  if (payload.cnf !== undefined) throw badToken("it is bound to a key of its sender's");
  return payload;
}

function credentialOf(
  organizationId: string,
  issuer: TokenIssuerRecord,
  payload: JWTPayload,
): TokenCredential {
  const { sub = "", exp = 0, iat = 0 } = payload;
  if (exp - iat > MAX_LIFETIME_SECONDS) throw badToken("it lives too long");
  const binding = issuer.bindings.get(sub);
  if (!binding || !fits(binding, payload)) throw badToken("its subject is bound to no agent");
  return {
    kind: "token",
    organizationId,
    issuer: issuer.issuer,
    issuerId: issuer.id,
    trust: issuer.trust,
    bindingId: binding.id,
    subject: binding.subject,
    agentId: binding.agentId,
    tokenId: tokenIdOf(payload),
    expiresAt: new Date((exp + CLOCK_TOLERANCE_SECONDS) * 1000),
  };
}

/**
 * Looks at a token again in the state that decides. One that was verified by what has changed since is refused rather than
 * believed.
 *
 * @throws AppError unauthenticated when it does not count any more.
 */
export function requireLiveToken(state: DecisionState, credential: TokenCredential, now: Date): void {
  const refusal = refusalOf(state, credential, now);
  if (refusal !== null) throw badToken(refusal);
}

/** Why a token that was verified does not count in this state; null when it does. */
function refusalOf(state: DecisionState, credential: TokenCredential, now: Date): string | null {
  const issuer = state.tokenIssuers.get(credential.issuer);
  if (!issuer || issuer.disabled || issuer.trust !== credential.trust)
    return "the issuer is not trusted any more";
  if (issuer.bindings.get(credential.subject)?.id !== credential.bindingId)
    return "its subject is bound no more";
  return credential.expiresAt <= now ? "it has expired" : null;
}

/** Whether the organization has such an issuer. Asked of the database until it has; the state says whether it still counts. */
async function isKnownIssuer(organizationId: string, issuer: string): Promise<boolean> {
  const known = processWide("token-issuers", () => new Set<string>());
  const name = `${organizationId} ${issuer}`;
  if (known.has(name)) return true;
  if (issuer.includes("\u0000") || !(await hasTokenIssuer(organizationId, issuer))) return false;
  if (known.size >= MAX_CACHED) known.clear();
  known.add(name);
  return true;
}

/** A state that knows it: what another process made a moment ago is not refused because its notice is on its way. */
async function stateKnowing(
  organizationId: string,
  knows: (state: DecisionState) => boolean,
): Promise<DecisionState> {
  const state = await currentState(organizationId);
  return knows(state) ? state : latestState(organizationId);
}

function fits({ claims }: TokenBindingRecord, payload: JWTPayload): boolean {
  return Object.entries(claims).every(
    ([name, value]) => Object.hasOwn(payload, name) && payload[name] === value,
  );
}

const tokenId = text(500);

function tokenIdOf({ jti }: JWTPayload): string | null {
  if (jti === undefined) return null;
  const parsed = tokenId.safeParse(jti);
  if (!parsed.success) throw badToken("its jti is none");
  return parsed.data;
}
