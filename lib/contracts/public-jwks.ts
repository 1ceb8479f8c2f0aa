import * as z from "zod";
import { FORMATS, says } from "./faults";

/** RFC 7518, sections 6.2.2, 6.3.2 and 6.4.1; RFC 8037, section 2. */
const PRIVATE_MEMBERS = ["d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"];

const base64url = z.string().max(2000).regex(FORMATS.base64url.pattern, FORMATS.base64url.sentence);

const shared = {
  kid: z.string().min(1).max(200).optional(),
  alg: z.string().max(20).optional(),
  use: z.literal("sig").optional(),
  key_ops: z.tuple([z.literal("verify")]).optional(),
};

const publicJwk = z.discriminatedUnion("kty", [
  z.object({ kty: z.literal("RSA"), n: base64url, e: base64url, ...shared }),
  z.object({
    kty: z.literal("EC"),
    crv: z.enum(["P-256", "P-384", "P-521"]),
    x: base64url,
    y: base64url,
    ...shared,
  }),
  z.object({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: base64url, ...shared }),
]);

const PRIVATE = says(
  "belongs to a private or shared key. Send public keys only, and replace this one",
  "jwk_private",
);

/** What a key holds that only its owner may know. */
const privateMember = (key: unknown) =>
  typeof key === "object" && key !== null
    ? PRIVATE_MEMBERS.find((member) => Object.hasOwn(key, member))
    : undefined;

/** At the member itself, so that whoever sent it sees which. */
const publicOnly = z.core._check<{ keys: unknown[] }>(({ value, issues }) => {
  value.keys.forEach((key, index) => {
    const name = privateMember(key);
    if (name === undefined) return;
    issues.push({ code: "custom", input: value, path: ["keys", index, name], ...PRIVATE });
  });
}, PRIVATE);

const areToldApart = ({ keys }: { keys: readonly { kid?: string | undefined }[] }) => {
  const ids = keys.map(({ kid }) => kid);
  return keys.length < 2 || (!ids.includes(undefined) && new Set(ids).size === ids.length);
};

/**
 * A JSON Web Key Set (RFC 7517) of public keys. A private or symmetric key is refused and not cut down to its public
 * part: whoever sends one should learn that it has travelled. Members that are not needed (certificates) are left out.
 */
export const publicJwks = z
  .object({ keys: z.array(z.unknown()).min(1).max(20) })
  .check(publicOnly)
  .pipe(z.object({ keys: z.array(publicJwk) }))
  .refine(areToldApart, {
    ...says("several keys need a kid each, and none twice", "jwk_ids_needed"),
    path: ["keys"],
  });
export type PublicJwks = z.infer<typeof publicJwks>;
