"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "#i18n";
import { EffectBadge } from "@/components/decision/effect-badge";
import { Skeleton } from "@/components/ui/skeleton";
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { useFormats } from "@/components/ui/use-formats";
import { activityQueries } from "@/lib/client/activity-queries";
import type { AgentActivity } from "@/lib/contracts/activity";
import type { Agent } from "@/lib/contracts/agents";
import { cn } from "../ui/cn";
import type { AgentNames } from "./agent-names";
import { AgentStatusBadge, actionsToday, isBudgetSpent } from "./agent-words";
import { DecisionBars } from "./decision-bars";

interface AgentRowsProps {
  agents: readonly Agent[];
  names: AgentNames;
  canSeeDecisions: boolean;
}

const PER_REQUEST = 200;

/** The same facts as a table at a desk and as a list of cards on a phone. */
export function AgentRows({ agents, names, canSeeDecisions }: AgentRowsProps) {
  const t = useTranslations("agents.list");
  const asked = canSeeDecisions ? agents.slice(0, PER_REQUEST).map((agent) => agent.id) : [];
  const activity = useQuery({ ...activityQueries.ofAgents(asked), placeholderData: (before) => before });
  const activityOf = new Map(activity.data?.items.map((item) => [item.agent_id, item]));
  return (
    <>
      <div className="hidden md:block">
        <Table label={t("label")}>
          <TableHead>
            <tr>
              <TableHeaderCell>{t("columns.agent")}</TableHeaderCell>
              <TableHeaderCell>{t("columns.status")}</TableHeaderCell>
              <TableHeaderCell>{t("columns.owner")}</TableHeaderCell>
              <TableHeaderCell numeric>{t("columns.today")}</TableHeaderCell>
              {canSeeDecisions ? <TableHeaderCell>{t("columns.week")}</TableHeaderCell> : null}
              {canSeeDecisions ? <TableHeaderCell>{t("columns.last")}</TableHeaderCell> : null}
            </tr>
          </TableHead>
          <TableBody>
            {agents.map((agent) => (
              <AgentTableRow
                key={agent.id}
                agent={agent}
                names={names}
                activity={canSeeDecisions ? (activityOf.get(agent.id) ?? null) : undefined}
              />
            ))}
          </TableBody>
        </Table>
      </div>
      <ul className="divide-y divide-line md:hidden">
        {agents.map((agent) => (
          <AgentCard key={agent.id} agent={agent} names={names} activity={activityOf.get(agent.id) ?? null} />
        ))}
      </ul>
    </>
  );
}

interface RowProps {
  agent: Agent;
  names: AgentNames;
  /** Null while it is not known; undefined where it may not be known. */
  activity: AgentActivity | null | undefined;
}

function AgentTableRow({ agent, names, activity }: RowProps) {
  const t = useTranslations("agents");
  return (
    <TableRow interactive>
      <TableCell className="max-w-72">
        <AgentLink agent={agent} />
        <span className="block truncate text-ink-faint text-sm">{t(`modes.${agent.mode}.label`)}</span>
      </TableCell>
      <TableCell>
        <AgentStatusBadge status={agent.status} />
      </TableCell>
      <TableCell className="max-w-64">
        <span className="block truncate">{ownerOf(agent, names) ?? t("list.noOwner")}</span>
        <span className="block truncate text-ink-faint text-sm">
          {rolesOf(agent, names) ?? t("list.noRole")}
        </span>
      </TableCell>
      <TableCell numeric>
        <Budget agent={agent} />
      </TableCell>
      {activity === undefined ? null : (
        <>
          <TableCell>
            {activity ? <DecisionBars days={activity.days} /> : <Skeleton className="w-16" />}
          </TableCell>
          <TableCell className="whitespace-nowrap">
            <LastDecision activity={activity} />
          </TableCell>
        </>
      )}
    </TableRow>
  );
}

function AgentCard({ agent, names, activity }: RowProps) {
  const t = useTranslations("agents");
  return (
    <li className="relative flex flex-col gap-1.5 px-4 py-3">
      <span className="flex items-start justify-between gap-3">
        <AgentLink agent={agent} />
        <AgentStatusBadge status={agent.status} />
      </span>
      <span className="text-ink-muted text-sm">
        {t(`modes.${agent.mode}.label`)} · {ownerOf(agent, names) ?? t("list.noOwner")} ·{" "}
        {rolesOf(agent, names) ?? t("list.noRole")}
      </span>
      <span className="flex items-center justify-between gap-3 text-ink-muted text-sm">
        <span>
          {t.rich("list.allowedToday", {
            figure: () => <Budget key="budget" agent={agent} />,
          })}
        </span>
        {activity ? <DecisionBars days={activity.days} /> : null}
      </span>
      {activity ? (
        <span className="text-sm">
          <LastDecision activity={activity} />
        </span>
      ) : null}
    </li>
  );
}

/** Its box is the whole row, so that a press anywhere in it goes there. */
function AgentLink({ agent }: { agent: Agent }): ReactNode {
  return (
    <Link
      href={`/agents/${agent.id}`}
      className="block min-w-0 truncate font-medium text-ink after:absolute after:inset-0 hover:underline"
    >
      {agent.name}
    </Link>
  );
}

function Budget({ agent }: { agent: Agent }) {
  const t = useTranslations("agents");
  const format = useFormats();
  const isSpent = isBudgetSpent(agent);
  return (
    <span className={cn("num", isSpent && "font-medium text-negative-ink")}>
      {actionsToday(agent, t, format)}
      {isSpent ? <span className="sr-only"> {t("list.spent")}</span> : null}
    </span>
  );
}

function LastDecision({ activity }: { activity: AgentActivity | null }) {
  const t = useTranslations("agents.list");
  if (!activity) return <Skeleton className="w-40" />;
  const { last } = activity;
  if (!last) return <span className="text-ink-faint">{t("noDecision")}</span>;
  return (
    <span className="inline-flex max-w-full items-center gap-2">
      <EffectBadge effect={last.effect} size="sm" />
      <code className="truncate text-ink-muted text-xs">{last.action}</code>
      <Time at={last.time} className="text-ink-faint text-sm" />
    </span>
  );
}

const ownerOf = (agent: Agent, names: AgentNames) =>
  agent.owner_user_id === null ? null : (names.people[agent.owner_user_id] ?? agent.owner_user_id);

const rolesOf = (agent: Agent, names: AgentNames) =>
  agent.roles.length === 0 ? null : agent.roles.map((name) => names.roles[name] ?? name).join(", ");
