import type { Problem } from "@/lib/contracts/common";
import type { Verdict } from "@/lib/ledger";

/** What the page asks the worker to do. */
export interface VerifyOrder {
  /** Where the export is downloaded from, or the file that somebody has kept. */
  source: { kind: "url"; url: string } | { kind: "file"; file: File };
  /** Verifier keys that came from elsewhere. */
  trustedKeys: string[];
  /** Signed checkpoints that came from elsewhere. */
  earlierCheckpoints: string[];
}

export interface VerifyOutcome {
  verdict: Verdict;
  /** The export's own checkpoint and keys; null where it has none. */
  checkpoint: string | null;
  keys: string[];
  bytes: number;
  milliseconds: number;
}

export type VerifyMessage =
  | { kind: "progress"; entries: number; total: number | null; bytes: number }
  | ({ kind: "done" } & VerifyOutcome)
  | VerifyFailure;

export interface VerifyFailure {
  kind: "failed";
  why:
    | { kind: "no_worker" }
    | { kind: "broke_off" }
    /** What the server said against it: its problem document, or one made up for an answer without. */
    | { kind: "refused"; problem: Problem };
}
