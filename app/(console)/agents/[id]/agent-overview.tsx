import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { AgentDecisions } from "@/components/agents/agent-decisions";
import { AgentFacts } from "@/components/agents/agent-facts";
import { AgentPending } from "@/components/agents/agent-pending";
import { AgentPowersCard } from "@/components/agents/agent-powers-card";
import { decisionFilter, decisionParams } from "@/components/agents/decision-filter";
import type { PolicyNames } from "@/components/agents/policy-names";
import { getQueryClient } from "@/components/query-client";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { auditQueries } from "@/lib/client/audit-queries";
import { type PageSearch, readSearch } from "@/lib/client/search-params";
import type { Agent } from "@/lib/contracts/agents";
import type { Approval } from "@/lib/contracts/approvals";
import type { Page } from "@/lib/contracts/common";
import { getTranslations, requestLocale } from "@/lib/i18n/request-intl";
import { listAuditEvents } from "@/lib/server/audit";
import type { Caller } from "@/lib/server/caller";
import { currentState } from "@/lib/server/decision-state";
import { policyNames } from "./policy-names";
import { powersOf } from "./powers-of";

interface AgentOverviewProps {
  caller: Caller;
  agent: Agent;
  /** Null where the reader may not see approvals. */
  pending: Page<Approval> | null;
  searchParams: Promise<PageSearch>;
}

export async function AgentOverview({ caller, agent, pending, searchParams }: AgentOverviewProps) {
  const t = await getTranslations("agents.facts");
  const state = await currentState(caller.organizationId);
  const owner = agent.owner_user_id === null ? undefined : state.people.get(agent.owner_user_id);
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <AgentPowersCard
          agent={agent}
          powers={powersOf(state, agent, await requestLocale())}
          canSeePolicies={caller.permissions.has("policies.read")}
        />
        {caller.permissions.has("audit.read") ? (
          <Decisions
            caller={caller}
            agentId={agent.id}
            names={policyNames(caller, state)}
            searchParams={searchParams}
          />
        ) : null}
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <Card aria-labelledby="facts">
          <CardHeader id="facts" title={t("title")} />
          <CardBody className="py-2">
            <AgentFacts agent={agent} ownerName={owner?.name ?? null} />
          </CardBody>
        </Card>
        {pending ? <AgentPending approvals={pending.items} hasMore={pending.next_cursor !== null} /> : null}
      </div>
    </div>
  );
}

interface DecisionsProps {
  caller: Caller;
  agentId: string;
  names: PolicyNames;
  searchParams: Promise<PageSearch>;
}

async function Decisions({ caller, agentId, names, searchParams }: DecisionsProps) {
  const filter = decisionFilter(agentId, readSearch(decisionParams, await searchParams).effect);
  const queries = getQueryClient();
  queries.setQueryData(auditQueries.list(filter).queryKey, {
    pages: [await listAuditEvents(caller, { ...filter, order: "newest" })],
    pageParams: [undefined],
  });
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <AgentDecisions agentId={agentId} policyNames={names} />
    </HydrationBoundary>
  );
}
