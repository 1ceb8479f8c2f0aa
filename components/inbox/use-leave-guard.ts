"use client";

import { useEffect } from "react";
import { toast } from "@/components/ui/toast";
import type { VotesUnderWay } from "./votes-under-way";

const LEFT = "You left before the five seconds were over, so nothing was sent. The request still waits.";

/** An approval counts only if its five seconds were seen: leaving the inbox or the tab before sends nothing, and says so. */
export function useLeaveGuard(votes: VotesUnderWay): void {
  useEffect(() => {
    function onHide() {
      if (document.visibilityState === "hidden") votes.abandon(LEFT);
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
      votes.abandon(LEFT);
      toast.info("Nothing was sent", { description: LEFT });
    };
  }, [votes]);
}
