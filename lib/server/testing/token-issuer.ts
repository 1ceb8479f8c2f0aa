import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import type { PublicJwks } from "@/lib/contracts/public-jwks";
import { newId } from "@/lib/server/ids";

export interface SigningKey {
  kid: string;
  alg: string;
  privateKey: CryptoKey;
  publicJwk: JWK;
}

export async function newSigningKey(alg = "RS256"): Promise<SigningKey> {
  const kid = newId("key");
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg, use: "sig" } };
}

export const jwksOf = (...keys: SigningKey[]): PublicJwks =>
  ({ keys: keys.map((key) => key.publicJwk) }) as PublicJwks;

/** Signs claims as they stand: what a test leaves out is not there. */
export function signToken(
  key: SigningKey,
  claims: Record<string, unknown>,
  header: Record<string, unknown> = {},
): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: "JWT", ...header })
    .sign(key.privateKey);
}

/** A real HTTP server on loopback with a key set that can be changed, broken and counted. */
export interface KeyServer {
  readonly url: string;
  /** How often it was asked. */
  asked: number;
  /** What it answers with. */
  answer: { status: number; body: string; location?: string };
  close(): Promise<void>;
}

export async function startKeyServer(jwks: PublicJwks): Promise<KeyServer> {
  const server = createServer((_request, response) => {
    made.asked += 1;
    const { status, body, location } = made.answer;
    response.writeHead(status, {
      "content-type": "application/json",
      ...(location !== undefined && { location }),
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const made: KeyServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`,
    asked: 0,
    answer: { status: 200, body: JSON.stringify(jwks) },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return made;
}
