import "server-only";
import { sweepApprovals } from "../approvals";
import { catchUpTallies, makeDueCheckpoints } from "../audit";
import { expireDueGrants } from "../grants";
import type { Job } from "./queue";

/** All that Kynara does without being asked. */
export const RECURRING_JOBS: readonly Job[] = [
  // An entry is covered at the latest 60 s after it was written: 20 s to be asked for, and as much to be taken up.
  { name: "audit-checkpoints", everySeconds: 20, run: makeDueCheckpoints },
  { name: "audit-tally", everySeconds: 60, run: catchUpTallies },
  { name: "approvals-sweep", everySeconds: 15, run: sweepApprovals },
  { name: "grants-sweep", everySeconds: 15, run: () => expireDueGrants() },
];
