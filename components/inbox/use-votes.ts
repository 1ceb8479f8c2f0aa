"use client";

import { useSyncExternalStore } from "react";
import type { Votes, VotesUnderWay } from "./votes-under-way";

/** The approvals that are under way, as they stand. */
export function useVotes(votes: VotesUnderWay): Votes {
  return useSyncExternalStore(votes.subscribe, votes.snapshot, votes.snapshot);
}
