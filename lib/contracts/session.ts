import * as z from "zod";

export const signIn = z.strictObject({ email: z.email().max(320), password: z.string().min(1).max(200) });

/** Who is signed in or whose key this is, and what they may do here. */
export const me = z.object({
  kind: z.enum(["user", "key"]),
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  roles: z.array(z.string()),
  permissions: z.array(z.string()),
  agent_id: z.string().nullable(),
  organization: z.object({ id: z.string(), name: z.string(), region: z.string() }),
});
export type Me = z.infer<typeof me>;
