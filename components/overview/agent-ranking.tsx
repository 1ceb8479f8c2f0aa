import { useTranslations } from "#i18n";
import { Card, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { TextLink } from "@/components/ui/text-link";
import { useFormats } from "@/components/ui/use-formats";
import type { AgentTally } from "@/lib/contracts/overview";
import { auditHref } from "./audit-href";

interface AgentRankingProps {
  agents: readonly AgentTally[];
  figure: "decisions" | "denied";
  /** First day that is counted, YYYY-MM-DD in UTC. */
  since: string;
}

/** Agents by one figure, each with a bar as long as its share of the first. */
export function AgentRanking({ agents, figure, since }: AgentRankingProps) {
  const t = useTranslations("overview.agents");
  const format = useFormats();
  const denied = figure === "denied";
  const id = denied ? "most-denied" : "most-active";
  const highest = Math.max(1, ...agents.map((agent) => agent[figure]));
  return (
    <Card aria-labelledby={id}>
      <CardHeader id={id} title={denied ? t("mostDenied") : t("mostActive")} />
      {agents.length === 0 ? (
        <p className="px-4 py-4 text-ink-muted">{denied ? t("noneDenied") : t("noneAsked")}</p>
      ) : null}
      <ol className="flex flex-col gap-3 p-4 empty:hidden">
        {agents.map((agent) => (
          <li key={agent.agent_id} className="flex flex-col gap-1.5">
            <span className="flex items-baseline justify-between gap-3">
              <TextLink href={`/agents/${agent.agent_id}`} className="min-w-0 truncate">
                {agent.name}
              </TextLink>
              <span className="flex shrink-0 items-baseline gap-2 text-sm">
                {denied ? (
                  <span className="num hidden text-ink-faint sm:inline">
                    {t("share", { percent: format.percent(agent.denied / agent.decisions) })}
                  </span>
                ) : null}
                <TextLink
                  href={auditHref({ agent: agent.agent_id, from: since, ...(denied && { effect: "deny" }) })}
                  className="num"
                >
                  {format.count(agent[figure])}
                  <span className="sr-only">
                    {" "}
                    {denied ? t("denials", { agent: agent.name }) : t("decisions", { agent: agent.name })}
                  </span>
                </TextLink>
              </span>
            </span>
            <span aria-hidden className="h-1.5 rounded-full bg-pressed">
              <span
                style={{ width: `${(agent[figure] / highest) * 100}%` }}
                className={cn("block h-full rounded-full", denied ? "bg-negative" : "bg-accent")}
              />
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
