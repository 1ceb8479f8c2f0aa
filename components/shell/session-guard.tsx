"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Countdown } from "@/components/ui/time";
import { toast } from "@/components/ui/toast";
import { useDeferred } from "@/components/ui/use-deferred";
import type { ShellOrganization, ShellUser } from "./nav-item";
import type { SessionEnds } from "./session-phase";
import { useSession } from "./use-session";

const loadEnded = () => import("./session-ended");

interface SessionGuardProps {
  user: ShellUser;
  organization: ShellOrganization;
  session: SessionEnds;
}

/** Tells before the session ends, and afterwards lets its person sign in over the page: what was typed stays. */
export function SessionGuard({ user, organization, session }: SessionGuardProps) {
  const t = useTranslations("shell.session");
  const owner = { userId: user.id, organizationId: organization.id };
  const { phase, ends, final, stay, signIn } = useSession(owner, session);
  // Fetched with the warning, so that it is there at the end.
  const ended = useDeferred(loadEnded, phase !== "live");
  useReturn(phase === "ended", t("back"));
  return (
    <>
      {phase === "ending" ? (
        <div className="sticky top-13 z-bar h-0 print:hidden">
          <Callout
            tone="caution"
            appearance="bar"
            live
            title={t.rich("ending.title", { time: () => <Countdown until={ends.idle_ends_at} /> })}
            actions={final ? null : <Button onClick={() => void stay()}>{t("ending.stay")}</Button>}
          >
            {t(final ? "ending.final" : "ending.idle")}
          </Callout>
        </div>
      ) : null}
      {ended ? <ended.SessionEnded open={phase === "ended"} email={user.email} onSignIn={signIn} /> : null}
    </>
  );
}

/** Once somebody is back, what is on screen is fetched anew; what they typed is theirs. */
function useReturn(ended: boolean, words: string): void {
  const client = useQueryClient();
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !ended) {
      void client.invalidateQueries();
      toast.success(words);
    }
    was.current = ended;
  }, [ended, client, words]);
}
