import * as z from "zod";
import { id } from "./common";
import { effect } from "./decisions";

/** How many days are told when nothing else is asked for. */
export const ACTIVITY_DAYS = 7;

const count = z.number().int();
/** Decisions of one day (UTC) by effect. */
export const dayOfDecisions = z.object({
  day: z.string(),
  allow: count,
  deny: count,
  require_approval: count,
});
export type DayOfDecisions = z.infer<typeof dayOfDecisions>;

export const agentActivity = z.object({
  agent_id: z.string(),
  /** Oldest first, one for each day asked for, the last of them today. */
  days: z.array(dayOfDecisions),
  last: z.object({ seq: count, time: z.string(), effect, action: z.string() }).nullable(),
});
export type AgentActivity = z.infer<typeof agentActivity>;

export const agentActivityQuery = z.strictObject({
  /** Up to 200 ids of agents, joined by commas. */
  agent_ids: z
    .string()
    .max(15_000)
    .transform((text) => text.split(","))
    .pipe(z.array(id("agt")).min(1).max(200)),
  days: z.coerce.number().int().min(1).max(90).default(ACTIVITY_DAYS),
});
export type AgentActivityQuery = z.infer<typeof agentActivityQuery>;
export const agentActivities = z.object({ items: z.array(agentActivity) });
