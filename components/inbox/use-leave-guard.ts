"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "#i18n";
import { toast } from "@/components/ui/toast";
import type { VotesUnderWay } from "./votes-under-way";

/** An approval counts only if its five seconds were seen: leaving the inbox or the tab before sends nothing, and says so. */
export function useLeaveGuard(votes: VotesUnderWay): void {
  const t = useTranslations("inbox");
  // By reference: new texts are no leaving.
  const words = useRef(t);
  words.current = t;
  useEffect(() => {
    const left = () => words.current("failure.left");
    function onHide() {
      if (document.visibilityState === "hidden") votes.abandon(left());
    }
    function onUnload(event: BeforeUnloadEvent) {
      if (votes.isCounting) event.preventDefault();
    }
    document.addEventListener("visibilitychange", onHide);
    window.addEventListener("beforeunload", onUnload);
    return () => {
      document.removeEventListener("visibilitychange", onHide);
      window.removeEventListener("beforeunload", onUnload);
      if (!votes.isCounting) return;
      votes.abandon(left());
      toast.info(words.current("toasts.nothingSent"), { description: left() });
    };
  }, [votes]);
}
