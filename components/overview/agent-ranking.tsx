import { Card, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { formatCount } from "@/components/ui/format-number";
import { TextLink } from "@/components/ui/text-link";
import type { AgentTally } from "@/lib/contracts/overview";
import { auditHref } from "./audit-href";

interface AgentRankingProps {
  id: string;
  title: string;
  emptyText: string;
  agents: readonly AgentTally[];
  figure: "decisions" | "denied";
  /** First day that is counted, YYYY-MM-DD in UTC. */
  since: string;
}

/** Agents by one figure, each with a bar as long as its share of the first. */
export function AgentRanking({ id, title, emptyText, agents, figure, since }: AgentRankingProps) {
  const highest = Math.max(1, ...agents.map((agent) => agent[figure]));
  return (
    <Card aria-labelledby={id}>
      <CardHeader id={id} title={title} />
      {agents.length === 0 ? <p className="px-4 py-4 text-ink-muted">{emptyText}</p> : null}
      <ol className="flex flex-col gap-3 p-4 empty:hidden">
        {agents.map((agent) => (
          <li key={agent.agent_id} className="flex flex-col gap-1">
            <span className="flex items-baseline justify-between gap-3">
              <TextLink href={`/agents/${agent.agent_id}`} className="min-w-0 truncate">
                {agent.name}
              </TextLink>
              <TextLink
                href={auditHref({
                  agent: agent.agent_id,
                  from: since,
                  ...(figure === "denied" && { effect: "deny" }),
                })}
                className="num shrink-0 text-sm"
              >
                {formatCount(agent[figure])}
                <span className="sr-only">
                  {figure === "denied" ? " denials" : " decisions"} of {agent.name} in the log
                </span>
              </TextLink>
            </span>
            <span aria-hidden className="h-1.5 rounded-full bg-pressed">
              <span
                style={{ width: `${(agent[figure] / highest) * 100}%` }}
                className={cn("block h-full rounded-full", figure === "denied" ? "bg-negative" : "bg-accent")}
              />
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
