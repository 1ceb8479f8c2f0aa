import { useTranslations } from "#i18n";
import { Badge } from "@/components/ui/badge";
import type { Formats } from "@/components/ui/use-formats";
import type { Agent } from "@/lib/contracts/agents";
import type { Translator } from "@/lib/i18n/translator";

type Budget = Pick<Agent, "actions_today" | "daily_action_budget">;

export function AgentStatusBadge({ status }: { status: Agent["status"] }) {
  const t = useTranslations("agents.status");
  return (
    <Badge tone={status === "active" ? "positive" : "negative"} dot>
      {t(status)}
    </Badge>
  );
}

/** "12 of 500", or "12" where nothing limits it. */
export function actionsToday(agent: Budget, t: Translator<"agents">, format: Formats): string {
  const { actions_today: count, daily_action_budget: budget } = agent;
  return budget === null ? format.count(count) : t("today", { count, budget });
}

export const isBudgetSpent = ({ actions_today: count, daily_action_budget: budget }: Budget) =>
  budget !== null && count >= budget;
