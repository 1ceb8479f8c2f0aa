"use client";

import { useNow } from "@/components/ui/use-now";
import { UNDO_SECONDS } from "./votes-under-way";

/** Whole seconds until it is sent, never more than the window. */
export function useSecondsLeft(endsAt: number): number {
  const now = useNow(200);
  return Math.min(UNDO_SECONDS, Math.max(0, Math.ceil((endsAt - (now ?? Date.now())) / 1000)));
}
