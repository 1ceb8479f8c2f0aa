import type { Metadata } from "next";
import { createLoader, parseAsStringLiteral, type SearchParams } from "nuqs/server";
import { AgentRanking } from "@/components/overview/agent-ranking";
import { DecisionChart } from "@/components/overview/decision-chart";
import { GrantsLine } from "@/components/overview/grants-line";
import { LogCard } from "@/components/overview/log-card";
import { NeedsMe } from "@/components/overview/needs-me";
import { SetupCard } from "@/components/overview/setup-card";
import { WaitingCard } from "@/components/overview/waiting-card";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Page, PageHeader } from "@/components/ui/page-header";
import { pageCaller } from "@/lib/server/identity/page-caller";
import { getOverview } from "@/lib/server/overview";

export const metadata: Metadata = { title: "Overview" };

const RANGES = ["7", "14", "30"] as const;
const loadRange = createLoader({ days: parseAsStringLiteral(RANGES).withDefault("14") });

export default async function OverviewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { caller, person } = await pageCaller();
  const range = (await loadRange(searchParams)).days;
  const overview = await getOverview(caller, Number(range));
  const { days, agents, approvals, log, setup } = overview;
  const since = days?.[0]?.day ?? "";
  return (
    <Page>
      <PageHeader title="Overview" description={`Signed in as ${person.name}, ${person.roles.join(", ")}.`} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr]">
        <div className="flex min-w-0 flex-col gap-4">
          {overview.grants_live === null ? null : <GrantsLine live={overview.grants_live} />}
          <NeedsMe overview={overview} />
        </div>
        <div className="flex min-w-0 flex-col gap-4 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          {setup ? <SetupCard steps={setup} /> : null}
          {approvals ? <WaitingCard approvals={approvals} /> : null}
          {log ? <LogCard log={log} canVerify={caller.permissions.has("audit.verify")} /> : null}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {days ? (
            <>
              <LinkTabs
                aria-label="Days that are counted"
                items={RANGES.map((value) => ({
                  href: `/overview?days=${value}`,
                  label: `${value} days`,
                  current: value === range,
                }))}
              />
              <DecisionChart days={days} />
            </>
          ) : null}
          {agents ? (
            <div className="grid items-start gap-4 sm:grid-cols-2">
              <AgentRanking
                id="most-active"
                title="Most active"
                emptyText="No agent has asked yet."
                agents={agents.most_active}
                figure="decisions"
                since={since}
              />
              <AgentRanking
                id="most-denied"
                title="Most often denied"
                emptyText="No agent was denied."
                agents={agents.most_denied}
                figure="denied"
                since={since}
              />
            </div>
          ) : null}
        </div>
      </div>
    </Page>
  );
}
