import * as z from "zod";

/** RFC 7518, sections 6.2.2, 6.3.2 and 6.4.1; RFC 8037, section 2. */
const PRIVATE_MEMBERS = ["d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"];

const base64url = z
  .string()
  .max(2000)
  .regex(/^[A-Za-z0-9_-]+$/, "must be base64url");

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

/**
 * A JSON Web Key Set (RFC 7517) of public keys. A private or symmetric key is refused and not cut down to its public
 * part: whoever sends one should learn that it has travelled. Members that are not needed (certificates) are left out.
 */
export const publicJwks = z
  .object({ keys: z.array(z.unknown()).min(1).max(20) })
  .superRefine(({ keys }, context) => {
    keys.forEach((key, index) => {
      if (typeof key !== "object" || key === null) return;
      const name = PRIVATE_MEMBERS.find((member) => Object.hasOwn(key, member));
      if (name === undefined) return;
      const message = "belongs to a private or shared key. Send public keys only, and replace this one";
      context.addIssue({ code: "custom", path: ["keys", index, name], message });
    });
  })
  .pipe(z.object({ keys: z.array(publicJwk) }))
  .superRefine(({ keys }, context) => {
    const ids = keys.map(({ kid }) => kid);
    if (keys.length > 1 && (ids.includes(undefined) || new Set(ids).size < ids.length)) {
      context.addIssue({
        code: "custom",
        path: ["keys"],
        message: "several keys need a kid each, and none twice",
      });
    }
  });
export type PublicJwks = z.infer<typeof publicJwks>;
