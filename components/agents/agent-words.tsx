import { Badge } from "@/components/ui/badge";
import type { Agent } from "@/lib/contracts/agents";
import { formatCount } from "../ui/format-number";

export const MODE_WORDS: Record<Agent["mode"], { label: string; meaning: string }> = {
  read_only: {
    label: "Reads only",
    meaning:
      "Only actions that end in .read, .list or .search are looked at any further. Everything else is denied, whatever roles and policies say.",
  },
  read_write: {
    label: "Reads and writes",
    meaning: "Any action is looked at: roles and policies decide each one.",
  },
};

export function AgentStatusBadge({ status }: { status: Agent["status"] }) {
  return status === "active" ? (
    <Badge tone="positive" dot>
      Active
    </Badge>
  ) : (
    <Badge tone="negative" dot>
      Switched off
    </Badge>
  );
}

/** "12 of 500", or "12" where nothing limits it. */
export function actionsToday(agent: Pick<Agent, "actions_today" | "daily_action_budget">): string {
  const count = formatCount(agent.actions_today);
  return agent.daily_action_budget === null ? count : `${count} of ${formatCount(agent.daily_action_budget)}`;
}

export const isBudgetSpent = (agent: Pick<Agent, "actions_today" | "daily_action_budget">) =>
  agent.daily_action_budget !== null && agent.actions_today >= agent.daily_action_budget;
