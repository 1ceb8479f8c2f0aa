"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "#i18n";
import { Callout } from "@/components/ui/callout";
import { Card, CardHeader } from "@/components/ui/card";
import { useErrorWords } from "@/components/ui/error-words";
import { LoadMore } from "@/components/ui/load-more";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { SkeletonRows } from "@/components/ui/skeleton";
import { auditQueries } from "@/lib/client/audit-queries";
import { useSearchState } from "@/lib/client/use-search-state";
import { decisionFilter, decisionParams } from "./decision-filter";
import { DecisionLine } from "./decision-line";
import type { PolicyNames } from "./policy-names";

interface AgentDecisionsProps {
  agentId: string;
  policyNames: PolicyNames;
}

/** What it asked for lately and what it was answered, from the audit log. */
export function AgentDecisions({ agentId, policyNames }: AgentDecisionsProps) {
  const t = useTranslations("agents.decisions");
  const errorWords = useErrorWords();
  const [{ effect }, change] = useSearchState(decisionParams, "replace");
  const list = useInfiniteQuery({
    ...auditQueries.list(decisionFilter(agentId, effect)),
    placeholderData: keepPreviousData,
  });
  const events = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card aria-labelledby="decisions" aria-busy={list.isFetching}>
      <CardHeader
        id="decisions"
        className="max-sm:flex-col max-sm:items-stretch"
        title={t("title")}
        actions={
          <SegmentedControl
            size="sm"
            aria-label={t("answer")}
            value={effect ?? "all"}
            onValueChange={(value) => change({ effect: value === "all" ? null : value })}
            segments={(["all", "allow", "require_approval", "deny"] as const).map((value) => ({
              value,
              label: t(`filters.${value}`),
            }))}
          />
        }
      />
      {list.isError ? (
        <Callout tone="negative" appearance="bar" live>
          {errorWords(list.error)}
        </Callout>
      ) : null}
      {list.isPending ? <SkeletonRows label={t("loading")} /> : null}
      {list.isSuccess && events.length === 0 ? (
        <p className="px-4 py-6 text-center text-ink-muted">{t(effect === null ? "none" : "noneSo")}</p>
      ) : null}
      {events.length > 0 ? (
        <>
          <ul className="divide-y divide-line">
            {events.map((event) => (
              <DecisionLine key={event.seq} event={event} policyNames={policyNames} />
            ))}
          </ul>
          <LoadMore
            hasMore={list.hasNextPage}
            loading={list.isFetchingNextPage}
            onLoadMore={() => void list.fetchNextPage()}
            summary={t("shown", { count: events.length })}
          />
        </>
      ) : null}
    </Card>
  );
}
