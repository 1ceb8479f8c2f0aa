import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { agentFilters, listFilter } from "@/components/agents/agent-filters";
import { AgentList } from "@/components/agents/agent-list";
import { getQueryClient } from "@/components/query-client";
import { LinkButton } from "@/components/ui/link-button";
import { Page, PageHeader } from "@/components/ui/page-header";
import { agentQueries } from "@/lib/client/agent-queries";
import { listAgents } from "@/lib/server/agents";
import { currentState } from "@/lib/server/decision-state";
import { pageCaller } from "@/lib/server/identity/page-caller";
import { agentNames } from "./agent-names";

export const metadata: Metadata = { title: "Agents" };

const loadFilters = createLoader(agentFilters);

export default async function AgentsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { caller } = await pageCaller("agents.read");
  const filter = listFilter(await loadFilters(searchParams));
  const queries = getQueryClient();
  queries.setQueryData(agentQueries.list(filter).queryKey, {
    pages: [await listAgents(caller, filter)],
    pageParams: [undefined],
  });
  const canRegister = caller.permissions.has("agents.write");
  return (
    <Page>
      <PageHeader
        title="Agents"
        description="What each may do, what it did, and the switch that stops it."
        actions={
          canRegister ? (
            <LinkButton href="/agents/new" variant="primary" iconStart={<Plus aria-hidden />}>
              Register an agent
            </LinkButton>
          ) : null
        }
      />
      <HydrationBoundary state={dehydrate(queries)}>
        <AgentList
          names={agentNames(await currentState(caller.organizationId))}
          canRegister={canRegister}
          canSeeDecisions={caller.permissions.has("audit.read")}
        />
      </HydrationBoundary>
    </Page>
  );
}
