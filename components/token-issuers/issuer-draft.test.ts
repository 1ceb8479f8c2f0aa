import { describe, expect, test } from "vitest";
import { testTranslator } from "@/lib/i18n/test-translator";
import { EMPTY_ISSUER, type IssuerDraft, readIssuer } from "./issuer-draft";

const draft: IssuerDraft = {
  ...EMPTY_ISSUER,
  name: " Hospital Entra ID ",
  issuer: "https://login.example.org/tenant/v2.0",
  jwksUri: "https://login.example.org/tenant/keys",
};
const read = (over: Partial<IssuerDraft>, locale: "en" | "es" = "en") =>
  readIssuer({ ...draft, ...over }, testTranslator("agents.issuers.form", locale));
const PUBLIC = { kty: "RSA", n: "abc", e: "AQAB" };

describe("readIssuer", () => {
  test("takes keys at an address, and leaves pasted ones out", () => {
    expect(read({ jwks: "nonsense" })).toEqual({
      kind: "issuer",
      issuer: {
        name: "Hospital Entra ID",
        issuer: "https://login.example.org/tenant/v2.0",
        algorithms: ["RS256"],
        jwks_uri: "https://login.example.org/tenant/keys",
      },
    });
  });

  test("takes pasted public keys", () => {
    const result = read({ source: "pasted", jwks: JSON.stringify({ keys: [PUBLIC] }) });
    expect(result).toMatchObject({ kind: "issuer", issuer: { jwks: { keys: [PUBLIC] } } });
    expect(result.kind === "issuer" && "jwks_uri" in result.issuer).toBe(false);
  });

  test.each([
    ["an address without https", { issuer: "http://login.example.org" }, "issuer", /beginning with https/],
    ["no name", { name: " " }, "name", /name that your people know/],
    ["no algorithm", { algorithms: [] }, "algorithms", /at least one/],
    ["keys at no address", { jwksUri: "keys" }, "jwks_uri", /beginning with https/],
    ["text that is no JSON", { source: "pasted", jwks: "{" }, "jwks", /Paste the JSON object/],
    [
      "a private key",
      { source: "pasted", jwks: JSON.stringify({ keys: [{ ...PUBLIC, d: "abc" }] }) },
      "jwks",
      /private or shared key/,
    ],
  ] as const)("tells %s at its field", (_, over, field, message) => {
    const result = read(over as Partial<IssuerDraft>);
    expect(result.kind).toBe("faults");
    expect(result.kind === "faults" && Object.keys(result.faults)).toEqual([field]);
    expect(result.kind === "faults" && result.faults[field]).toMatch(message);
  });

  test("tells it in Spanish too", () => {
    const result = read({ name: "" }, "es");
    expect(result.kind === "faults" && result.faults.name).toMatch(/^Póngale un nombre/);
  });
});
