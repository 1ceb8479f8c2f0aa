import { describe, expect, test } from "vitest";
import { publicJwks } from "./public-jwks";
import { createTokenIssuer, updateTokenIssuer } from "./token-issuers";

const rsa = { kty: "RSA", n: "sXchDaQebHnPiGvyDOAT4saGEUetSyo9MKLOoWFsueri23bOdgWp4Dy1Wl", e: "AQAB" };
const ec = {
  kty: "EC",
  crv: "P-256",
  x: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
  y: "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
};
const okp = { kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" };

const faults = (value: unknown) =>
  publicJwks.safeParse(value).error?.issues.map(({ path }) => `/${path.map(String).join("/")}`);

describe("a public key set", () => {
  test.each([
    ["RSA", rsa],
    ["EC", ec],
    ["OKP", okp],
  ])("may hold an %s key", (_name, key) => {
    expect(publicJwks.parse({ keys: [key] })).toEqual({ keys: [key] });
  });

  test("keeps what keys are chosen by, and leaves certificates out", () => {
    const key = { ...ec, kid: "1", alg: "ES256", use: "sig", key_ops: ["verify"] };
    expect(publicJwks.parse({ keys: [{ ...key, x5c: ["MIIB"], x5t: "abc" }] })).toEqual({ keys: [key] });
  });

  test.each(["d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"])(
    "is refused with the private member %s",
    (member) => {
      expect(faults({ keys: [{ ...rsa, [member]: "secret" }] })).toEqual([`/keys/0/${member}`]);
    },
  );

  test.each<[string, unknown, string[]]>([
    ["no keys", { keys: [] }, ["/keys"]],
    ["a shared secret without its value", { keys: [{ kty: "oct" }] }, ["/keys/0/kty"]],
    ["a curve for key agreement", { keys: [{ ...okp, crv: "X25519" }] }, ["/keys/0/crv"]],
    ["a curve that no algorithm here has", { keys: [{ ...ec, crv: "secp256k1" }] }, ["/keys/0/crv"]],
    ["a key to encrypt with", { keys: [{ ...rsa, use: "enc" }] }, ["/keys/0/use"]],
    ["a key to sign with", { keys: [{ ...rsa, key_ops: ["sign"] }] }, ["/keys/0/key_ops/0"]],
    ["a member that is not base64url", { keys: [{ ...okp, x: "a+b/" }] }, ["/keys/0/x"]],
    ["a key that is none", { keys: ["key"] }, ["/keys/0"]],
    ["two keys without ids", { keys: [rsa, ec] }, ["/keys"]],
    [
      "two keys of one id",
      {
        keys: [
          { ...rsa, kid: "1" },
          { ...ec, kid: "1" },
        ],
      },
      ["/keys"],
    ],
    ["no set", [rsa], ["/"]],
  ])("is refused with %s", (_name, value, pointers) => {
    expect(faults(value)).toEqual(pointers);
  });
});

describe("a trusted issuer", () => {
  const issuer = {
    name: "Sign-in",
    issuer: "https://login.example.org/",
    jwks_uri: "https://login.example.org/jwks",
  };
  const given = { name: issuer.name, issuer: issuer.issuer, jwks: { keys: [rsa] } };

  test("verifies RS256 unless it says otherwise", () => {
    expect(createTokenIssuer.parse(issuer)).toEqual({ ...issuer, algorithms: ["RS256"] });
  });

  test.each<[string, object]>([
    [
      "an address on loopback",
      { ...issuer, issuer: "http://127.0.0.1:9000", jwks_uri: "http://localhost:9000/jwks" },
    ],
    ["keys given", given],
    ["the issuer of a cluster", { ...given, issuer: "https://kubernetes.default.svc.cluster.local" }],
  ])("may have %s", (_name, value) => {
    expect(createTokenIssuer.safeParse(value).success).toBe(true);
  });

  test.each<[string, object]>([
    ["no source of keys", { name: issuer.name, issuer: issuer.issuer }],
    ["two sources of keys", { ...issuer, ...given }],
    ["plain http elsewhere", { ...issuer, jwks_uri: "http://login.example.org/jwks" }],
    [
      "plain http at a name that begins like loopback",
      { ...issuer, jwks_uri: "http://127.0.0.1.example.org/jwks" },
    ],
    ["a password in the address", { ...issuer, jwks_uri: "https://a:b@login.example.org/jwks" }],
    ["a file", { ...issuer, jwks_uri: "file:///etc/passwd" }],
    ["an issuer that is no address", { ...issuer, issuer: "login" }],
    ["alg none", { ...issuer, algorithms: ["none"] }],
    ["a shared secret's algorithm", { ...issuer, algorithms: ["RS256", "HS256"] }],
    ["no algorithm", { ...issuer, algorithms: [] }],
    ["an algorithm twice", { ...issuer, algorithms: ["RS256", "RS256"] }],
    ["an unknown member", { ...issuer, secret: "x" }],
  ])("is refused with %s", (_name, value) => {
    expect(createTokenIssuer.safeParse(value).success).toBe(false);
  });

  test("is not changed to two sources of keys at once, nor to another issuer", () => {
    expect(updateTokenIssuer.safeParse({ jwks_uri: issuer.jwks_uri, jwks: given.jwks }).success).toBe(false);
    expect(updateTokenIssuer.safeParse({ issuer: issuer.issuer }).success).toBe(false);
    expect(updateTokenIssuer.parse({ disabled: true })).toEqual({ disabled: true });
  });
});
