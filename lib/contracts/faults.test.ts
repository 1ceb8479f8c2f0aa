import { describe, expect, it } from "vitest";
import * as z from "zod";
import { dottedName, id, roleName, text } from "./common";
import { faultsOf } from "./faults";
import { reorderPolicies } from "./policy-order";
import { publicJwks } from "./public-jwks";
import { createTokenIssuer } from "./token-issuers";

const told = (schema: z.ZodType, value: unknown) => {
  const { error } = schema.safeParse(value);
  return error ? faultsOf(error).map(({ code, params }) => (params ? { code, ...params } : { code })) : [];
};
const messages = (schema: z.ZodType, value: unknown) => {
  const { error } = schema.safeParse(value);
  return error ? faultsOf(error).map(({ message }) => message) : [];
};
const CHANGE = { id: "pol_1", version: 1, priority: 1 };
const KEY = { kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS" };
const ISSUER = { name: "Sign-in", issuer: "https://example.org" };
const member = z.strictObject({ name: z.string() });

describe("faultsOf", () => {
  it.each<[z.ZodType, unknown, string]>([
    [member, {}, "is needed"],
    [member, { name: 5 }, "must be text"],
    [z.int(), 1.5, "must be a whole number"],
    [z.enum(["a", "b"]), "c", "must be one of a, b"],
    [text(9, 1), "", "must not be empty"],
    [z.number().max(5), 6, "must be at most 5"],
    [id("apr"), "pol_1", "must be an id that starts with apr_"],
    [z.iso.datetime(), "noon", "must be a date, a time and its zone (RFC 3339)"],
    [z.string("must be a name of yours"), 5, "must be a name of yours"],
  ])("says in plain words what is wrong: %#", (schema, value, sentence) => {
    expect(messages(schema, value)).toEqual([sentence]);
  });

  it.each<[string, z.ZodType, unknown, object]>([
    ["what is missing", member, {}, { code: "required" }],
    ["what is not known", member, { name: "a", extra: 1 }, { code: "unknown_member" }],
    ["another type", member, { name: 5 }, { code: "wrong_type", expected: "string" }],
    ["no whole number", z.int(), 1.5, { code: "wrong_type", expected: "int" }],
    ["another choice", z.enum(["a", "b"]), "c", { code: "choice", choices: "a, b" }],
    ["an empty text", text(9, 1), "", { code: "empty" }],
    ["a long text", text(2), "abc", { code: "text_at_most", most: 2 }],
    ["a short text", text(9, 3), "ab", { code: "text_at_least", least: 3 }],
    ["a small number", z.number().min(5), 4, { code: "number_at_least", least: 5 }],
    ["a large number", z.number().max(5), 6, { code: "number_at_most", most: 5 }],
    ["an empty list", z.array(z.string()).min(1), [], { code: "empty" }],
    ["a long list", z.array(z.string()).max(1), ["a", "b"], { code: "list_at_most", most: 1 }],
    ["no instant", z.iso.datetime(), "noon", { code: "format", format: "datetime" }],
    ["no address", z.url(), "there", { code: "format", format: "url" }],
    ["no dotted name", dottedName, "a b", { code: "dotted_name" }],
    ["no name of a role", roleName, "A", { code: "role_name" }],
    ["another id", id("apr"), "pol_1", { code: "id", prefix: "apr" }],
    ["what cannot be stored", text(9), "\u0000", { code: "unstorable" }],
    [
      "another id than any of these",
      z.union([id("usr"), id("agt")]),
      "x",
      { code: "choice", choices: "usr_…, agt_…" },
    ],
    [
      "what no member of a union is",
      z.union([z.string(), z.number()]),
      null,
      { code: "wrong_type", expected: "other" },
    ],
    [
      "what is too long for one of a union",
      z.union([text(2), z.int()]),
      "abc",
      { code: "text_at_most", most: 2 },
    ],
    [
      "a member whose name is too long",
      z.record(z.string().max(2), z.string()),
      { abc: "a" },
      { code: "member_name" },
    ],
    ["a policy named twice", reorderPolicies, { changes: [CHANGE, CHANGE] }, { code: "named_twice" }],
    ["a private key", publicJwks, { keys: [{ kty: "oct", k: "a" }] }, { code: "jwk_private" }],
    [
      "a kind of key that there is not",
      publicJwks,
      { keys: [{ kty: "oct" }] },
      { code: "choice", choices: "RSA, EC, OKP" },
    ],
    ["a key that is not base64url", publicJwks, { keys: [{ ...KEY, x: "a+b/" }] }, { code: "base64url" }],
    ["keys without ids", publicJwks, { keys: [KEY, KEY] }, { code: "jwk_ids_needed" }],
    ["an issuer without keys", createTokenIssuer, ISSUER, { code: "key_source" }],
    [
      "an issuer whose keys come over http",
      createTokenIssuer,
      { ...ISSUER, jwks_uri: "http://example.org/keys" },
      { code: "https_or_loopback" },
    ],
  ])("codes %s", (_, schema, value, code) => {
    expect(told(schema, value)).toEqual([code]);
    for (const message of messages(schema, value))
      expect(message).not.toMatch(/expected|received|Invalid|Too/);
  });

  it("keeps the sentence of a check that has no code of its own", () => {
    const odd = z.string().refine(() => false, "is odd");
    const { error } = odd.safeParse("a");
    expect(error && faultsOf(error, "?")).toEqual([{ pointer: "?", message: "is odd", code: "unusable" }]);
  });

  it("points at the member, with its slashes escaped", () => {
    const { error } = z.object({ "a/b~": z.string() }).safeParse({});
    expect(error && faultsOf(error)[0]?.pointer).toBe("/a~1b~0");
  });
});
