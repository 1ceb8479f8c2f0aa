"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Bot, Plus, SearchX } from "lucide-react";
import { useQueryStates } from "nuqs";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { LoadMore } from "@/components/ui/load-more";
import { SkeletonRows } from "@/components/ui/skeleton";
import { agentQueries } from "@/lib/client/agent-queries";
import { agentFilters, listFilter } from "./agent-filters";
import { AgentListFilters } from "./agent-list-filters";
import type { AgentNames } from "./agent-names";
import { AgentRows } from "./agent-rows";

interface AgentListProps {
  names: AgentNames;
  canRegister: boolean;
  /** Whether the reader may see decisions; without, their columns are left out. */
  canSeeDecisions: boolean;
}

export function AgentList({ names, canRegister, canSeeDecisions }: AgentListProps) {
  const [filters, setFilters] = useQueryStates(agentFilters);
  const list = useInfiniteQuery({
    ...agentQueries.list(listFilter(filters)),
    placeholderData: keepPreviousData,
  });
  const agents = list.data?.pages.flatMap((page) => page.items) ?? [];
  const isFiltered = filters.search !== "" || filters.status !== null;
  const isNew = list.isSuccess && agents.length === 0 && !isFiltered;
  return (
    <div className="flex flex-col gap-3">
      {isNew ? null : <AgentListFilters filters={filters} onChange={(next) => void setFilters(next)} />}
      {list.isError ? (
        <Callout
          tone="negative"
          title="The list could not be loaded"
          live
          actions={<Button onClick={() => void list.refetch()}>Try again</Button>}
        >
          {list.error.message}
        </Callout>
      ) : null}
      <Card aria-busy={list.isFetching}>
        {list.isPending ? (
          <SkeletonRows label="Loading agents" />
        ) : isNew ? (
          <NoAgents canRegister={canRegister} />
        ) : agents.length === 0 ? (
          <EmptyState
            icon={<SearchX />}
            title="No agent matches"
            description="Try a part of its name, or look among all of them."
            actions={<Button onClick={() => void setFilters(null)}>Clear filters</Button>}
          />
        ) : (
          <>
            <AgentRows agents={agents} names={names} canSeeDecisions={canSeeDecisions} />
            <LoadMore
              hasMore={list.hasNextPage}
              loading={list.isFetchingNextPage}
              onLoadMore={() => void list.fetchNextPage()}
              summary={agents.length === 1 ? "1 agent" : `${agents.length} agents shown`}
            />
          </>
        )}
      </Card>
    </div>
  );
}

function NoAgents({ canRegister }: { canRegister: boolean }) {
  return (
    <EmptyState
      icon={<Bot />}
      title="No agent is registered yet"
      description={
        canRegister
          ? "An agent gets its own name, roles and key here. From then on each of its actions is decided and recorded."
          : "Once an administrator registers one, it stands here with what it may do and what it did."
      }
      actions={
        canRegister ? (
          <LinkButton href="/agents/new" variant="primary" iconStart={<Plus aria-hidden />}>
            Register an agent
          </LinkButton>
        ) : null
      }
    />
  );
}
