import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair } from "jose";
import Provider from "oidc-provider";

/** A real OpenID provider on loopback, whose client gets JWT access tokens for itself (RFC 6749, section 4.4; RFC 9068). */
export interface OpenIdProvider {
  readonly issuer: string;
  readonly jwksUri: string;
  /** A fresh token from its token endpoint. @param audience the resource it is for (RFC 8707). */
  token(audience: string): Promise<string>;
  close(): Promise<void>;
}

export const CLIENT_ID = "rounds-assistant";
const CLIENT_SECRET = "a-secret-that-only-this-test-has";

export async function startOpenIdProvider(): Promise<OpenIdProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const provider = new Provider(issuer, {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: "sig", alg: "RS256" }] },
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        grant_types: ["client_credentials"],
        redirect_uris: [],
        response_types: [],
      },
    ],
    ttl: { ClientCredentials: 300 },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_context, resource) => ({
          scope: "",
          audience: resource,
          accessTokenFormat: "jwt",
          accessTokenTTL: 300,
          jwt: { sign: { alg: "RS256" } },
        }),
      },
    },
  });
  server.on("request", provider.callback());
  const { jwks_uri, token_endpoint } = await (
    await fetch(`${issuer}/.well-known/openid-configuration`)
  ).json();
  return {
    issuer,
    jwksUri: jwks_uri,
    token: (audience) => requestToken(token_endpoint, audience),
    close: () => closeServer(server),
  };
}

async function requestToken(endpoint: string, audience: string): Promise<string> {
  const answer = await fetch(endpoint, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${CLIENT_ID}:${CLIENT_SECRET}`).toString("base64")}` },
    body: new URLSearchParams({ grant_type: "client_credentials", resource: audience }),
  });
  const { access_token, ...rest } = await answer.json();
  if (typeof access_token !== "string") throw new Error(`No token: ${JSON.stringify(rest)}`);
  return access_token;
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
