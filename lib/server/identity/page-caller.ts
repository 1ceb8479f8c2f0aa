import "server-only";
import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import type { Permission } from "@/lib/access";
import { newId } from "../ids";
import { nextPath } from "./next-path";
import { findVisit, type SessionCaller } from "./session";
import { cookieName } from "./session-token";
import { sessionEnds } from "./sessions";

/** Set by proxy.ts, which removes what a browser sends under this name. */
const PATH_HEADER = "x-kynara-path";

export interface PageCaller {
  caller: SessionCaller;
  person: {
    id: string;
    name: string;
    email: string;
    roles: { name: string; displayName: string }[];
  };
  organization: { id: string; name: string; region: string };
  /** When the session ends if nothing more is done, and when it ends whatever is done; ISO 8601. */
  session: { idle_ends_at: string; expires_at: string };
}

/** Who is signed in, found once per request however many layouts and pages ask; null for nobody. */
export const findPageCaller = cache(async (): Promise<PageCaller | null> => {
  const visit = await findVisit(await headers(), newId("req"));
  if (!visit) return null;
  const { caller, person, state } = visit;
  return {
    caller,
    person: {
      id: person.id,
      name: person.name,
      email: person.email,
      roles: person.roles.map((name) => ({ name, displayName: state.roles.get(name)?.displayName ?? name })),
    },
    organization: { id: state.organizationId, name: state.name, region: state.region },
    session: sessionEnds(caller.session),
  };
});

/**
 * The guard of a console page: sends whoever is not signed in to the sign-in page and back, and shows the
 * no-permission page (status 403) to whoever holds none of these permissions. Every page calls it for itself: a layout
 * is not asked again when people move between its pages.
 */
export async function pageCaller(permission?: Permission | readonly Permission[]): Promise<PageCaller> {
  const found = await findPageCaller();
  if (!found) {
    const path = nextPath((await headers()).get(PATH_HEADER));
    redirect(path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`);
  }
  if (permission !== undefined) {
    const wanted = typeof permission === "string" ? [permission] : permission;
    if (!wanted.some((name) => found.caller.permissions.has(name))) forbidden();
  }
  return found;
}

/** Whether the browser still carries a session that counts no more. */
export async function hasEndedSession(): Promise<boolean> {
  const carried = (await headers()).get("cookie")?.includes(`${cookieName()}=`) ?? false;
  return carried && (await findPageCaller()) === null;
}
