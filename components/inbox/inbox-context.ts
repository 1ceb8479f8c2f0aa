"use client";

import { createContext, useContext, useEffect } from "react";
import type { Approval } from "@/lib/contracts/approvals";
import type { StreamStatus } from "./use-approval-stream";
import { useVotes } from "./use-votes";
import type { VotesUnderWay, VoteUnderWay } from "./votes-under-way";

export interface Viewer {
  id: string;
  /** The reader's own unit, as the directory of people says. */
  unit: string | null;
  mayVote: boolean;
}

export interface InboxContextValue {
  viewer: Viewer;
  status: StreamStatus;
  votes: VotesUnderWay;
  /** New requests that are held back until the reader asks for them. */
  arrivals: readonly Approval[];
  /** Lets them go from the held-back ones. */
  admit: (approvals: readonly Approval[]) => void;
  /** Takes the server's word of one request. */
  put: (approval: Approval) => void;
  /** Asks the server for its word of one request; null when it could not be had. */
  refresh: (id: string) => Promise<Approval | null>;
  /** Says that a request is on screen, so that its failures need no toast. Returns the opposite. */
  watch: (id: string) => () => void;
}

export const InboxContext = createContext<InboxContextValue | null>(null);

export function useInbox(): InboxContextValue {
  const value = useContext(InboxContext);
  if (!value) throw new Error("no InboxProvider");
  return value;
}

export function useVoteUnderWay(id: string): VoteUnderWay | undefined {
  const { votes } = useInbox();
  return useVotes(votes).get(id);
}

/** Marks a request as on screen while the component stands. */
export function useWatched(id: string): void {
  const { watch } = useInbox();
  useEffect(() => watch(id), [watch, id]);
}
