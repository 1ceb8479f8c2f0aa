import "server-only";
import type { AgentTally, Overview } from "@/lib/contracts/overview";
import { countPendingFor, openTexts, stateAt } from "../approvals";
import { listCheckpoints } from "../audit";
import type { Caller } from "../caller";
import { now } from "../clock";
import { currentState, type DecisionState } from "../decision-state";
import { daysUntil, type EffectCount, filledDays } from "./days";
import { setupSteps } from "./setup-steps";
import {
  countDecisions,
  countEntries,
  findVotesOf,
  findWaiting,
  hasDecision,
  type RequestRow,
} from "./store";

const RANKED = 5;
const OLDEST_SHOWN = 5;
const VOTES_SHOWN = 5;
const KEY_WARNING_MILLISECONDS = 14 * 86_400_000;

/** What stands on the first page for this person, over the last `dayCount` days (UTC). */
export async function getOverview(caller: Caller, dayCount: number): Promise<Overview> {
  const state = await currentState(caller.organizationId);
  const may = (permission: string) => caller.permissions.has(permission);
  const time = now();
  const [decisions, approvals, votes, log] = await Promise.all([
    may("audit.read") ? decisionsOf(caller, state, time, dayCount) : null,
    may("approvals.read") ? approvalsOf(caller, state, time) : null,
    may("approvals.vote") && caller.kind === "user" ? votesOf(caller, state, time) : null,
    may("audit.read") ? logOf(caller) : null,
  ]);
  return {
    days: decisions?.days ?? null,
    agents: decisions && may("agents.read") ? decisions.agents : null,
    approvals,
    own_votes: votes,
    log,
    grants_live: may("grants.read") ? state.grants.filter((grant) => grant.expiresAt > time).length : null,
    keys_expiring: may("keys.write") ? keysExpiring(state, time) : null,
    setup:
      may("agents.write") && may("policies.write")
        ? setupSteps(state, {
            hasDecision: await hasDecision(caller.organizationId),
            hasCheckpoint: log ? log.checkpoint !== null : false,
          })
        : null,
  };
}

async function decisionsOf(caller: Caller, state: DecisionState, time: Date, dayCount: number) {
  const days = daysUntil(time, dayCount);
  const counts = await countDecisions(caller.organizationId, days[0] ?? "");
  return { days: filledDays(days, counts), agents: ranked(state, counts) };
}

function ranked(state: DecisionState, counts: readonly (EffectCount & { agent_id: string | null })[]) {
  const tallies = new Map<string, AgentTally>();
  for (const { agent_id, effect, count } of counts) {
    if (agent_id === null) continue;
    const name = state.agents.get(agent_id)?.name ?? agent_id;
    const tally = tallies.get(agent_id) ?? { agent_id, name, decisions: 0, denied: 0 };
    tally.decisions += count;
    if (effect === "deny") tally.denied += count;
    tallies.set(agent_id, tally);
  }
  const by = (figure: "decisions" | "denied") =>
    [...tallies.values()]
      .filter((tally) => tally[figure] > 0)
      .sort((one, other) => other[figure] - one[figure] || one.name.localeCompare(other.name, "en"))
      .slice(0, RANKED);
  return { most_active: by("decisions"), most_denied: by("denied") };
}

async function approvalsOf(caller: Caller, state: DecisionState, time: Date): Promise<Overview["approvals"]> {
  const [mine, { waiting, oldest }] = await Promise.all([
    countPendingFor(caller),
    findWaiting(caller.organizationId, time, OLDEST_SHOWN),
  ]);
  return {
    mine,
    waiting,
    oldest: oldest.map((row) => ({
      ...named(state, row),
      created_at: row.created_at.toISOString(),
      expires_at: row.expires_at.toISOString(),
    })),
  };
}

async function votesOf(caller: Caller, state: DecisionState, time: Date): Promise<Overview["own_votes"]> {
  const rows = await findVotesOf(caller.organizationId, caller.id, VOTES_SHOWN);
  return rows.map((row) => ({
    ...named(state, row),
    vote: row.vote,
    voted_at: row.voted_at.toISOString(),
    state: stateAt({ state: row.state, expiresAt: row.expires_at }, time),
    resolved_by:
      row.resolved_by === null
        ? null
        : { id: row.resolved_by, name: state.people.get(row.resolved_by)?.name ?? row.resolved_by },
  }));
}

function named(state: DecisionState, row: RequestRow) {
  const { id, action, resource_type, subject_id } = row;
  const subject_name = state.agents.get(subject_id)?.name ?? state.people.get(subject_id)?.name ?? subject_id;
  return { id, action, resource_type, record_type: openTexts(row.record_type), subject_name };
}

async function logOf(caller: Caller): Promise<NonNullable<Overview["log"]>> {
  const [entries, checkpoints] = await Promise.all([
    countEntries(caller.organizationId),
    listCheckpoints(caller, { limit: 1 }),
  ]);
  const last = checkpoints.items[0];
  return { entries, checkpoint: last ? { size: last.size, created_at: last.created_at } : null };
}

function keysExpiring(state: DecisionState, time: Date): NonNullable<Overview["keys_expiring"]> {
  const until = time.getTime() + KEY_WARNING_MILLISECONDS;
  return [...state.keys.values()].flatMap((key) => {
    const agent = key.agentId === null ? undefined : state.agents.get(key.agentId);
    const { expiresAt } = key;
    if (!agent || !expiresAt || key.revoked || expiresAt <= time || expiresAt.getTime() > until) return [];
    return {
      key_id: key.id,
      name: key.name,
      agent_id: agent.id,
      agent_name: agent.name,
      expires_at: expiresAt.toISOString(),
    };
  });
}
