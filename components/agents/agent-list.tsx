"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Bot, Plus, SearchX } from "lucide-react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { useErrorWords } from "@/components/ui/error-words";
import { LinkButton } from "@/components/ui/link-button";
import { LoadMore } from "@/components/ui/load-more";
import { agentQueries } from "@/lib/client/agent-queries";
import { useSearchState } from "@/lib/client/use-search-state";
import { agentFilters, listFilter } from "./agent-filters";
import { AgentListFilters } from "./agent-list-filters";
import { AgentListSkeleton } from "./agent-list-skeleton";
import type { AgentNames } from "./agent-names";
import { AgentRows } from "./agent-rows";

interface AgentListProps {
  names: AgentNames;
  canRegister: boolean;
  /** Whether the reader may see decisions; without, their columns are left out. */
  canSeeDecisions: boolean;
}

export function AgentList({ names, canRegister, canSeeDecisions }: AgentListProps) {
  const t = useTranslations("agents");
  const errorWords = useErrorWords();
  const [filters, setFilters] = useSearchState(agentFilters, "replace");
  const list = useInfiniteQuery({
    ...agentQueries.list(listFilter(filters)),
    placeholderData: keepPreviousData,
  });
  const agents = list.data?.pages.flatMap((page) => page.items) ?? [];
  const isFiltered = filters.search !== "" || filters.status !== null;
  const isNew = list.isSuccess && agents.length === 0 && !isFiltered;
  return (
    <div className="flex flex-col gap-3">
      {isNew ? null : <AgentListFilters filters={filters} onChange={(next) => setFilters(next)} />}
      {list.isError ? (
        <Callout
          tone="negative"
          title={t("list.failed")}
          live
          actions={<Button onClick={() => void list.refetch()}>{t("retry")}</Button>}
        >
          {errorWords(list.error)}
        </Callout>
      ) : null}
      <Card aria-busy={list.isFetching}>
        {list.isPending ? (
          <AgentListSkeleton />
        ) : isNew ? (
          <NoAgents canRegister={canRegister} />
        ) : agents.length === 0 ? (
          <EmptyState
            icon={<SearchX />}
            title={t("list.noMatch.title")}
            description={t("list.noMatch.text")}
            actions={<Button onClick={() => setFilters(null)}>{t("list.noMatch.clear")}</Button>}
          />
        ) : (
          <>
            <AgentRows agents={agents} names={names} canSeeDecisions={canSeeDecisions} />
            <LoadMore
              hasMore={list.hasNextPage}
              loading={list.isFetchingNextPage}
              onLoadMore={() => void list.fetchNextPage()}
              summary={t("list.shown", { count: agents.length })}
            />
          </>
        )}
      </Card>
    </div>
  );
}

function NoAgents({ canRegister }: { canRegister: boolean }) {
  const t = useTranslations("agents");
  return (
    <EmptyState
      icon={<Bot />}
      title={t("list.empty.title")}
      description={t(canRegister ? "list.empty.forAdmin" : "list.empty.forReader")}
      actions={
        canRegister ? (
          <LinkButton href="/agents/new" variant="primary" iconStart={<Plus aria-hidden />}>
            {t("register")}
          </LinkButton>
        ) : null
      }
    />
  );
}
