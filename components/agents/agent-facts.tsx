import { useTranslations } from "#i18n";
import { cn } from "@/components/ui/cn";
import { CopyableId } from "@/components/ui/copyable-id";
import { DataItem, DataList } from "@/components/ui/data-list";
import { Time } from "@/components/ui/time";
import type { Agent } from "@/lib/contracts/agents";
import { isBudgetSpent } from "./agent-words";

interface AgentFactsProps {
  agent: Agent;
  ownerName: string | null;
}

export function AgentFacts({ agent, ownerName }: AgentFactsProps) {
  const t = useTranslations("agents");
  const attributes = Object.entries(agent.attrs);
  return (
    <DataList>
      <DataItem label={t("facts.today")}>
        <Today agent={agent} />
      </DataItem>
      <DataItem label={t("facts.owner")}>{ownerName ?? agent.owner_user_id ?? t("facts.nobody")}</DataItem>
      <DataItem label={t("facts.mode")}>{t(`modes.${agent.mode}.label`)}</DataItem>
      <DataItem label={t("facts.registered")}>
        <Time at={agent.created_at} format="datetime" />
      </DataItem>
      <DataItem label={t("facts.id")}>
        <CopyableId id={agent.id} copyLabel={t("facts.copyId")} shorten />
      </DataItem>
      {attributes.length > 0 ? (
        <DataItem label={t("facts.attributes")}>
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

function Today({ agent }: { agent: Agent }) {
  const t = useTranslations("agents");
  const { actions_today: count, daily_action_budget: budget } = agent;
  if (budget === null) return <span className="num">{t("facts.noLimit", { count })}</span>;
  const isSpent = isBudgetSpent(agent);
  return (
    <>
      <span className="num">
        {isSpent ? t("facts.spent", { count, budget }) : t("today", { count, budget })}
      </span>
      <span aria-hidden className="mt-1.5 block h-1.5 rounded-full bg-pressed">
        <span
          style={{ width: budget === 0 ? "100%" : `${Math.min(1, count / budget) * 100}%` }}
          className={cn("block h-full rounded-full", isSpent ? "bg-negative" : "bg-accent")}
        />
      </span>
    </>
  );
}
