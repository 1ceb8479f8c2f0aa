"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "#i18n";
import { toast } from "@/components/ui/toast";
import { useShortcuts } from "@/components/ui/use-shortcuts";
import type { OnScreen } from "./on-screen";
import { useVotes } from "./use-votes";
import type { VotesUnderWay } from "./votes-under-way";

/** An approval that counts down while its reader is elsewhere in the inbox can be undone from a toast, or by U. */
export function useUndoToasts(votes: VotesUnderWay, onScreen: OnScreen): void {
  const t = useTranslations("inbox.toasts");
  const words = useRef(t);
  words.current = t;
  const keys = useTranslations("inbox.keys");
  const counting = [...useVotes(votes)].filter(([, vote]) => vote.kind === "counting");
  const last = counting.at(-1)?.[0];

  useEffect(() => {
    const toasts = new Map<string, string>();
    function show() {
      const all = votes.snapshot();
      for (const [id, vote] of all) {
        if (vote.kind !== "counting" || onScreen.has(id) || toasts.has(id)) continue;
        toasts.set(
          id,
          toast.info(words.current("counting", { request: vote.title }), {
            description: words.current("countingText"),
            undo: () => votes.undo(id),
            timeoutMs: 0,
          }),
        );
      }
      for (const [id, shown] of toasts) {
        if (all.get(id)?.kind === "counting" && !onScreen.has(id)) continue;
        toast.dismiss(shown);
        toasts.delete(id);
      }
    }
    // After the page has changed: the request that leaves one place may come back in another.
    let soon: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(soon);
      soon = setTimeout(show);
    };
    const stops = [votes.subscribe(later), onScreen.subscribe(later)];
    return () => {
      clearTimeout(soon);
      for (const stop of stops) stop();
      for (const shown of toasts.values()) toast.dismiss(shown);
    };
  }, [votes, onScreen]);

  useShortcuts(
    last === undefined
      ? []
      : [{ keys: "u", label: keys("undo"), group: keys("request"), run: () => votes.undo(last) }],
  );
}
