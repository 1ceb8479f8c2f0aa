import { cn } from "@/components/ui/cn";
import { CopyableId } from "@/components/ui/copyable-id";
import { DataItem, DataList } from "@/components/ui/data-list";
import { Time } from "@/components/ui/time";
import type { Agent } from "@/lib/contracts/agents";
import { actionsToday, isBudgetSpent, MODE_WORDS } from "./agent-words";

interface AgentFactsProps {
  agent: Agent;
  ownerName: string | null;
}

export function AgentFacts({ agent, ownerName }: AgentFactsProps) {
  const attributes = Object.entries(agent.attrs);
  return (
    <DataList>
      <DataItem label="Allowed today">
        <span className="num">
          {actionsToday(agent)}
          {agent.daily_action_budget === null ? ", no limit" : ""}
          {isBudgetSpent(agent) ? ", spent: denied until midnight UTC" : ""}
        </span>
        {agent.daily_action_budget === null ? null : (
          <span aria-hidden className="mt-1.5 block h-1.5 rounded-full bg-pressed">
            <span
              style={{ width: budgetShare(agent.actions_today, agent.daily_action_budget) }}
              className={cn("block h-full rounded-full", isBudgetSpent(agent) ? "bg-negative" : "bg-accent")}
            />
          </span>
        )}
      </DataItem>
      <DataItem label="Owner">
        {ownerName ?? agent.owner_user_id ?? "Nobody. Name one who answers for it."}
      </DataItem>
      <DataItem label="Mode">{MODE_WORDS[agent.mode].label}</DataItem>
      <DataItem label="Registered">
        <Time at={agent.created_at} format="datetime" />
      </DataItem>
      <DataItem label="Agent id">
        <CopyableId id={agent.id} noun="agent id" shorten />
      </DataItem>
      {attributes.length > 0 ? (
        <DataItem label="Attributes">
          <ul className="flex flex-col gap-0.5 font-mono text-sm">
            {attributes.map(([name, value]) => (
              <li key={name} className="break-words">
                {name}: {typeof value === "string" ? value : JSON.stringify(value)}
              </li>
            ))}
          </ul>
        </DataItem>
      ) : null}
    </DataList>
  );
}

const budgetShare = (count: number, budget: number) =>
  budget === 0 ? "100%" : `${Math.min(1, count / budget) * 100}%`;
