"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { ApiError } from "@/lib/client/api-error";
import { call } from "@/lib/client/call";
import { sessionOperations } from "@/lib/client/operations";
import { type SignInAnswer, signInHere } from "@/lib/client/sign-in";
import { onSignedOut } from "@/lib/client/signed-out";
import type { SessionInfo } from "@/lib/contracts/session";
import { outlookOf, type SessionEnds, warnMs } from "./session-phase";

/** Asking does not count as use of the session (lib/server/identity/session.ts). */
const BACKGROUND = { "x-kynara-background": "1" };
const RECHECK_ENDED_MS = 5000;
const SHORTEST_WAIT_MS = 2000;
const RECHECK_ENDING_MS = 30_000;
const JUST_NOW_MS = 60_000;

export type SessionPhase = "live" | "ending" | "ended";

interface Owner {
  userId: string;
  organizationId: string;
}

/** The same person signed in again, and stands in another of their organizations: signing in begins in the first. */
const mayGoBack = (told: SessionInfo, { userId, organizationId }: Owner): boolean =>
  told.id === userId &&
  told.organization.id !== organizationId &&
  told.organizations.some(({ id }) => id === organizationId);

/** When somebody last touched this page, in the browser's clock. */
function useLastTouch() {
  const last = useRef(0);
  useEffect(() => {
    const touch = () => {
      last.current = Date.now();
    };
    document.addEventListener("keydown", touch, true);
    document.addEventListener("pointerdown", touch, true);
    return () => {
      document.removeEventListener("keydown", touch, true);
      document.removeEventListener("pointerdown", touch, true);
    };
  }, []);
  return last;
}

/**
 * How the session stands, as the server last said. Somebody who is typing is there: the session is lengthened for them
 * without a word. Whoever signs in as somebody else in another tab has this page loaded anew.
 */
export function useSession(owner: Owner, first: SessionEnds) {
  const { userId, organizationId } = owner;
  const [ends, setEnds] = useState(first);
  const [phase, setPhase] = useState<SessionPhase>("live");
  const [idleMs] = useState(() => Date.parse(first.idle_ends_at) - Date.now());
  const touched = useLastTouch();
  const signingIn = useRef(false);

  /** Asks the server; `stay` counts as use of the session, `goBack` returns to the organization of this page. */
  const ask = useCallback(
    async ({ stay = false, goBack = false } = {}): Promise<void> => {
      try {
        let told = await call(sessionOperations.get, stay ? {} : { headers: BACKGROUND });
        if (goBack && mayGoBack(told, { userId, organizationId })) {
          await call(sessionOperations.switch, { body: { organization_id: organizationId } });
          told = await call(sessionOperations.get, { headers: BACKGROUND });
        }
        if (told.id !== userId || told.organization.id !== organizationId || !told.session) {
          window.location.reload();
          return;
        }
        setEnds(told.session);
        setPhase(outlookOf(told.session, Date.now(), idleMs).ending ? "ending" : "live");
      } catch (error) {
        if (error instanceof ApiError && error.status === 401) setPhase("ended");
        // Anything else says nothing about the session: the same ends anew have it asked again.
        else setEnds((held) => ({ ...held }));
      }
    },
    [userId, organizationId, idleMs],
  );

  useEffect(() => onSignedOut(() => setPhase("ended")), []);

  useEffect(() => {
    if (phase === "ended") {
      const back = () => document.visibilityState === "visible" && !signingIn.current && void ask();
      const timer = setInterval(back, RECHECK_ENDED_MS);
      document.addEventListener("visibilitychange", back);
      return () => {
        clearInterval(timer);
        document.removeEventListener("visibilitychange", back);
      };
    }
    const { leftMs, final } = outlookOf(ends, Date.now(), idleMs);
    // Another tab may have lengthened it: while it ends, the server is asked now and then.
    const wait = phase === "ending" ? Math.min(leftMs, RECHECK_ENDING_MS) : leftMs - warnMs(idleMs);
    const timer = setTimeout(
      () => void ask({ stay: !final && phase === "live" && Date.now() - touched.current < JUST_NOW_MS }),
      Math.max(SHORTEST_WAIT_MS, wait),
    );
    return () => clearTimeout(timer);
  }, [phase, ends, idleMs, ask, touched]);

  return {
    phase,
    ends,
    final: outlookOf(ends, Date.now(), idleMs).final,
    stay: () => ask({ stay: true }),
    /** Signs in over the page, and goes back to the organization that it shows. */
    signIn: async (email: string, password: string): Promise<SignInAnswer> => {
      signingIn.current = true;
      const answer = await signInHere(email, password);
      if (answer === "signed_in") await ask({ goBack: true });
      signingIn.current = false;
      return answer;
    },
  };
}
