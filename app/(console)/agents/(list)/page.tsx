import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { agentFilters, listFilter } from "@/components/agents/agent-filters";
import { AgentList } from "@/components/agents/agent-list";
import { getQueryClient } from "@/components/query-client";
import { LinkButton } from "@/components/ui/link-button";
import { Page, PageHeader } from "@/components/ui/page-header";
import { activityQueries } from "@/lib/client/activity-queries";
import { agentQueries } from "@/lib/client/agent-queries";
import { type PageSearch, readSearch } from "@/lib/client/search-params";
import { ACTIVITY_DAYS } from "@/lib/contracts/activity";
import { getTranslations, requestLocale } from "@/lib/i18n/request-intl";
import { listAgents } from "@/lib/server/agents";
import { currentState } from "@/lib/server/decision-state";
import { pageCaller } from "@/lib/server/identity/page-caller";
import { listAgentActivity } from "@/lib/server/overview";
import { agentNames } from "../agent-names";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agents");
  return { title: t("title") };
}

export default async function AgentsPage({ searchParams }: { searchParams: Promise<PageSearch> }) {
  const { caller } = await pageCaller("agents.read");
  const t = await getTranslations("agents");
  const filter = listFilter(readSearch(agentFilters, await searchParams));
  const queries = getQueryClient();
  const first = await listAgents(caller, filter);
  queries.setQueryData(agentQueries.list(filter).queryKey, { pages: [first], pageParams: [undefined] });
  const canSeeDecisions = caller.permissions.has("audit.read");
  if (canSeeDecisions && first.items.length > 0) {
    const ids = first.items.map((agent) => agent.id);
    const items = await listAgentActivity(caller, { agent_ids: ids, days: ACTIVITY_DAYS });
    queries.setQueryData(activityQueries.ofAgents(ids).queryKey, { items });
  }
  const canRegister = caller.permissions.has("agents.write");
  return (
    <Page>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          canRegister ? (
            <LinkButton href="/agents/new" variant="primary" iconStart={<Plus aria-hidden />}>
              {t("register")}
            </LinkButton>
          ) : null
        }
      />
      <HydrationBoundary state={dehydrate(queries)}>
        <AgentList
          names={agentNames(await currentState(caller.organizationId), await requestLocale())}
          canRegister={canRegister}
          canSeeDecisions={canSeeDecisions}
        />
      </HydrationBoundary>
    </Page>
  );
}
