import * as z from "zod";
import { id } from "./common";

export const signIn = z.strictObject({ email: z.email().max(320), password: z.string().min(1).max(200) });

/** Who is signed in or whose key or token this is, and what they may do here. */
export const me = z.object({
  kind: z.enum(["user", "key", "token"]),
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  roles: z.array(z.string()),
  permissions: z.array(z.string()),
  agent_id: z.string().nullable(),
  organization: z.object({ id: z.string(), name: z.string(), region: z.string() }),
});
export type Me = z.infer<typeof me>;

/** The same with what a console needs: until when the session counts, and where else its person is a member. */
export const sessionInfo = me.extend({
  organizations: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Null for an API key or a token. */
  session: z
    .object({
      id: z.string(),
      created_at: z.iso.datetime(),
      /** The session ends then whatever happens. */
      expires_at: z.iso.datetime(),
      /** The session ends then unless it is used before. */
      idle_ends_at: z.iso.datetime(),
    })
    .nullable(),
});
export type SessionInfo = z.infer<typeof sessionInfo>;

export const switchOrganization = z.strictObject({ organization_id: id("org") });

/** One of a person's own live sessions. */
export const sessionItem = z.object({
  id: z.string(),
  current: z.boolean(),
  address: z.string(),
  user_agent: z.string(),
  created_at: z.iso.datetime(),
  last_seen_at: z.iso.datetime(),
  expires_at: z.iso.datetime(),
});
export type SessionItem = z.infer<typeof sessionItem>;
