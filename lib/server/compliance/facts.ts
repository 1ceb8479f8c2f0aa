import "server-only";
import { permissionsOf } from "@/lib/access";
import { checkTail, listCheckpoints, type TailCheck, type TallyRow, tallySince } from "../audit";
import type { Caller } from "../caller";
import { now } from "../clock";
import { config } from "../config";
import { currentState, type DecisionState } from "../decision-state";
import {
  type ApprovalFacts,
  countApprovals,
  countGrants,
  countSignIns,
  findLogDates,
  findRuleVersions,
  type GrantFacts,
  type SignInFacts,
} from "./store";

const DAY_MS = 86_400_000;
export const WINDOW_DAYS = 30;
const REVIEW_DAYS = 7;
/** Checked anew for every reader: little enough to be at once, much enough to find a hand at work. */
const TAIL = 500;

/** What the rules of the requirements are computed from: nothing but what this installation holds now. */
export interface Facts {
  time: Date;
  /** YYYY-MM-DD, UTC. */
  since: string;
  state: DecisionState;
  tally: Tally;
  log: LogFacts;
  signIns: SignInFacts;
  grants: GrantFacts;
  approvals: ApprovalFacts;
  idleSeconds: number;
}

export interface LogFacts {
  entries: number;
  countedTo: number;
  oldest: Date | null;
  /** When the first entry that no checkpoint covers was written. */
  uncoveredSince: Date | null;
  verified: Date | null;
  verifiedSeq: number | null;
  checkpoint: { size: number; at: Date } | null;
  tail: TailCheck;
}

export interface Tally {
  rows: readonly TallyRow[];
  /** Decisions under rules that have a condition, among those under any rule. */
  limited: number;
  ruled: number;
}

export async function gatherFacts(caller: Caller): Promise<Facts> {
  const { organizationId } = caller;
  const time = now();
  const since = new Date(time.getTime() - (WINDOW_DAYS - 1) * DAY_MS).toISOString().slice(0, 10);
  const overdueBefore = new Date(time.getTime() - REVIEW_DAYS * DAY_MS);
  const { sessionIdleSeconds } = config();
  const checkpoints = await listCheckpoints(caller, { limit: 1 });
  const last = checkpoints.items[0];
  const [state, tally, dates, tail, signIns, grants, approvals] = await Promise.all([
    currentState(organizationId),
    tallySince(organizationId, since),
    findLogDates(organizationId, last?.size ?? 0),
    checkTail(organizationId, TAIL),
    countSignIns(organizationId, time, sessionIdleSeconds),
    countGrants(organizationId, time, since, overdueBefore),
    countApprovals(organizationId, since, approvalsSince(since)),
  ]);
  return {
    time,
    since,
    state,
    tally: { rows: tally.rows, ...(await limitedByCondition(organizationId, tally.rows)) },
    log: {
      entries: tail.lastSeq,
      countedTo: tally.countedTo,
      oldest: dates.oldest,
      uncoveredSince: dates.uncovered_since,
      verified: dates.verified,
      verifiedSeq: dates.verified_seq,
      checkpoint: last ? { size: last.size, at: new Date(last.created_at) } : null,
      tail,
    },
    signIns,
    grants,
    approvals,
    idleSeconds: sessionIdleSeconds,
  };
}

/** The least id that an approval of that day can have: ids begin with milliseconds (RFC 9562, section 5.7). */
const approvalsSince = (day: string) => `apr_${Date.parse(day).toString(16).padStart(12, "0")}`;

async function limitedByCondition(
  organizationId: string,
  rows: readonly TallyRow[],
): Promise<{ limited: number; ruled: number }> {
  const ruled = rows.filter((row) => row.type === "decision.evaluated" && row.policy_id !== "");
  const rules = new Map(
    ruled.map((row) => [
      `${row.policy_id} ${row.policy_version}`,
      { id: row.policy_id, version: row.policy_version },
    ]),
  );
  const versions = rules.size === 0 ? [] : await findRuleVersions(organizationId, [...rules.values()]);
  const conditioned = new Set(
    versions
      .filter(({ document }) => isCondition(document.condition))
      .map(({ id, version }) => `${id} ${version}`),
  );
  const sum = (some: readonly TallyRow[]) => some.reduce((total, row) => total + row.count, 0);
  return {
    ruled: sum(ruled),
    limited: sum(ruled.filter((row) => conditioned.has(`${row.policy_id} ${row.policy_version}`))),
  };
}

/** A condition that is true of everything limits nothing. */
export const isCondition = (condition: unknown): boolean => condition !== undefined && condition !== true;

/** How often events of a type happened in the window. */
export function happened(
  { tally }: Facts,
  type: string,
  like: (row: TallyRow) => boolean = () => true,
): number {
  return tally.rows.reduce((total, row) => (row.type === type && like(row) ? total + row.count : total), 0);
}

/** Active people who hold a permission. */
export function holders({ state }: Facts, permission: string): number {
  return [...state.people.values()].filter(
    (person) => person.active && permissionsOf(person.roles, state.roles).has(permission as never),
  ).length;
}

/** Active people who hold one of these roles. */
export function inRoles({ state }: Facts, roles: readonly string[]): number {
  return [...state.people.values()].filter(
    (person) => person.active && person.roles.some((role) => roles.includes(role)),
  ).length;
}
