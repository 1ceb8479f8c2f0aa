import "server-only";
import crypto from "node:crypto";
import type { PublicJwks } from "@/lib/contracts/public-jwks";
import { config } from "../config";
import { type Fault, invalid } from "../errors";

const MIN_RSA_BITS = 2048;

/** @throws AppError invalid when a key is none, or too weak to be trusted (RFC 8725, section 3.5; RFC 7518, section 3.3). */
export function checkKeys({ keys }: PublicJwks): void {
  const faults = keys.flatMap((key, index): Fault[] => {
    const wrong = faultOf(key);
    return wrong === null ? [] : [{ pointer: `/jwks/keys/${index}`, ...wrong }];
  });
  if (faults[0]) throw invalid(`${faults[0].pointer}: ${faults[0].message}.`, faults);
}

function faultOf(key: PublicJwks["keys"][number]): Omit<Fault, "pointer"> | null {
  try {
    const made = crypto.createPublicKey({ key: { ...key }, format: "jwk" });
    const bits = made.asymmetricKeyDetails?.modulusLength;
    if (bits === undefined || bits >= MIN_RSA_BITS) return null;
    const message = `has ${bits} bits, and ${MIN_RSA_BITS} are needed`;
    return { message, code: "key_weak", params: { bits, least: MIN_RSA_BITS } };
  } catch {
    return { message: "is no valid public key", code: "key_invalid" };
  }
}

/**
 * Plain http is for trying things out: an installation that is itself served over https fetches no keys over it, so that
 * nobody on the way can put in their own and no administrator of a tenant can reach into the server's own machine.
 */
export function checkKeyAddress(jwksUri: string): void {
  if (new URL(jwksUri).protocol === "http:" && config().baseUrl.startsWith("https:")) {
    const message = "must be an https address";
    throw invalid(`/jwks_uri: ${message}.`, [{ pointer: "/jwks_uri", message, code: "https_needed" }]);
  }
}

/** The public members of each kind of key, in the order in which they are hashed. */
const HASHED = { RSA: ["e", "kty", "n"], EC: ["crv", "kty", "x", "y"], OKP: ["crv", "kty", "x"] } as const;

/** What the log names a key by: its thumbprint (RFC 7638). */
export function thumbprintOf(key: PublicJwks["keys"][number]): string {
  const members = HASHED[key.kty].map((name) => [name, (key as Record<string, unknown>)[name]]);
  return crypto
    .createHash("sha256")
    .update(JSON.stringify(Object.fromEntries(members)))
    .digest("base64url");
}
