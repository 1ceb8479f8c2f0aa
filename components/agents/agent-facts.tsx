import { CopyableId } from "@/components/ui/copyable-id";
import { DataItem, DataList } from "@/components/ui/data-list";
import { Progress } from "@/components/ui/progress";
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
        {agent.daily_action_budget === null ? (
          `${actionsToday(agent)}, no limit`
        ) : (
          <Progress
            label="Allowed today"
            hideLabel
            value={Math.min(agent.actions_today, agent.daily_action_budget)}
            max={Math.max(1, agent.daily_action_budget)}
            tone={isBudgetSpent(agent) ? "negative" : "accent"}
            valueText={actionsToday(agent)}
          />
        )}
        {agent.daily_action_budget === null ? null : (
          <span className="num mt-1 block text-sm">
            {actionsToday(agent)}
            {isBudgetSpent(agent) ? ", spent: denied until midnight UTC" : ""}
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
