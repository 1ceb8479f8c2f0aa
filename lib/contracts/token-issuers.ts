import * as z from "zod";
import { id, page, pageQuery, text } from "./common";
import { says } from "./faults";
import { publicJwks } from "./public-jwks";

/** Signatures that only a private key makes (RFC 8725, section 3.1): no `none`, no shared secret. */
export const TOKEN_ALGORITHMS = [
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
  "Ed25519",
] as const;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether this is an https address, or a plain one of the machine itself; none with a password or a fragment. */
function isTrustworthyUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password, hash } = new URL(value);
  if (username !== "" || password !== "" || hash !== "") return false;
  return protocol === "https:" || (protocol === "http:" && LOOPBACK.test(hostname));
}

const address = text(500, 1).refine(
  isTrustworthyUrl,
  says(
    "must be an https address (plain http only on loopback), without a password or a fragment",
    "https_or_loopback",
  ),
);

const algorithms = z
  .array(z.enum(TOKEN_ALGORITHMS))
  .min(1)
  .max(TOKEN_ALGORITHMS.length)
  .refine((list) => new Set(list).size === list.length, says("names an algorithm twice", "named_twice"));

const fields = {
  name: text(200, 1),
  audience: text(500, 1),
  algorithms,
  jwks: publicJwks,
  jwks_uri: address,
};

/** Whoever makes tokens that an organization believes. */
export const tokenIssuer = z.object({
  id: z.string(),
  name: z.string(),
  issuer: z.string(),
  audience: z.string(),
  algorithms: z.array(z.string()),
  jwks: publicJwks.nullable(),
  jwks_uri: z.string().nullable(),
  disabled: z.boolean(),
  created_by: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
});
export type TokenIssuer = z.infer<typeof tokenIssuer>;

/** `audience` left out: the base address, `/orgs/` and the organization's id. Another one has to end with that id too. */
export const createTokenIssuer = z
  .strictObject({
    ...fields,
    issuer: address,
    audience: fields.audience.optional(),
    algorithms: fields.algorithms.default(["RS256"]),
    jwks: fields.jwks.optional(),
    jwks_uri: fields.jwks_uri.optional(),
  })
  .refine(
    ({ jwks, jwks_uri }) => (jwks === undefined) !== (jwks_uri === undefined),
    says("needs either jwks or jwks_uri, and not both", "key_source"),
  );
export type CreateTokenIssuer = z.infer<typeof createTokenIssuer>;

/** What is left out stays as it is; `jwks` takes the place of a `jwks_uri`, and the other way round. */
export const updateTokenIssuer = z
  .strictObject({ ...fields, disabled: z.boolean() })
  .partial()
  .refine(
    ({ jwks, jwks_uri }) => jwks === undefined || jwks_uri === undefined,
    says("takes either jwks or jwks_uri, and not both", "key_source"),
  );
export type UpdateTokenIssuer = z.infer<typeof updateTokenIssuer>;
export const tokenIssuerPage = page(tokenIssuer);

/** What a claim of the token has to be, exactly. */
const claimValue = z.union([text(500), z.number().int(), z.boolean()]);

/** Which agent an issuer's tokens of one subject sign in. */
export const tokenBinding = z.object({
  id: z.string(),
  issuer_id: z.string(),
  issuer: z.string(),
  subject: z.string(),
  claims: z.record(z.string(), claimValue),
  agent_id: z.string(),
  created_by: z.string(),
  created_at: z.string(),
});
export type TokenBinding = z.infer<typeof tokenBinding>;

export const createTokenBinding = z.strictObject({
  issuer_id: id("iss"),
  subject: text(500, 1),
  claims: z
    .record(text(128, 1), claimValue)
    .refine(
      (claims) => Object.keys(claims).length <= 10,
      says("names more than 10 claims", "list_at_most", { most: 10 }),
    )
    .default({}),
  agent_id: id("agt"),
});
export type CreateTokenBinding = z.infer<typeof createTokenBinding>;

export const listTokenBindingsQuery = pageQuery.extend({
  agent_id: id("agt").optional(),
  issuer_id: id("iss").optional(),
});
export type ListTokenBindingsQuery = z.infer<typeof listTokenBindingsQuery>;
export const tokenBindingPage = page(tokenBinding);
