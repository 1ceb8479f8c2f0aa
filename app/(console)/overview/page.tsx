import type { Metadata } from "next";
import { SendMessages } from "@/components/messages/send-messages";
import { AgentRanking } from "@/components/overview/agent-ranking";
import { DecisionChart } from "@/components/overview/decision-chart";
import { GrantsLine, NoGrantsCard } from "@/components/overview/grants-line";
import { LogCard } from "@/components/overview/log-card";
import { NeedsMe } from "@/components/overview/needs-me";
import { OwnVotesCard } from "@/components/overview/own-votes-card";
import { SetupCard } from "@/components/overview/setup-card";
import { WaitingCard } from "@/components/overview/waiting-card";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Page, PageHeader } from "@/components/ui/page-header";
import { oneOf, type PageSearch, readSearch, withDefault } from "@/lib/client/search-params";
import { getTranslations } from "@/lib/i18n/request-intl";
import { roleWords } from "@/lib/i18n/role-words";
import { pageCaller } from "@/lib/server/identity/page-caller";
import { getOverview } from "@/lib/server/overview";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("overview");
  return { title: t("title") };
}

const RANGES = ["7", "14", "30"] as const;
const RANGE = { days: withDefault(oneOf(RANGES), "14") };

export default async function OverviewPage({ searchParams }: { searchParams: Promise<PageSearch> }) {
  const { caller, person } = await pageCaller();
  const range = readSearch(RANGE, await searchParams).days;
  const overview = await getOverview(caller, Number(range));
  const { days, agents, approvals, own_votes: votes, log, setup, grants_live: grants } = overview;
  const t = await getTranslations("overview");
  const roles = await getTranslations("roles");
  const since = days?.[0]?.day ?? "";
  const may = (permission: string) => caller.permissions.has(permission);
  return (
    <SendMessages areas={["overview"]}>
      <Page>
        <PageHeader
          title={t("title")}
          description={t("signedInAs", {
            name: person.name,
            roles: person.roles.map((role) => roleWords(role, roles)).join(", "),
          })}
        />
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr]">
          <div className="flex min-w-0 flex-col gap-4">
            {grants === null ? null : <GrantsLine live={grants} />}
            {setup ? <SetupCard steps={setup} /> : null}
            <NeedsMe overview={overview} />
          </div>
          <div className="flex min-w-0 flex-col gap-4 lg:col-start-2 lg:row-span-2 lg:row-start-1">
            {approvals ? <WaitingCard approvals={approvals} /> : null}
            {log ? <LogCard log={log} canVerify={may("audit.verify")} /> : null}
            {grants === 0 ? <NoGrantsCard mayReadLog={may("audit.read")} /> : null}
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            {votes ? <OwnVotesCard votes={votes} /> : null}
            {days ? (
              <>
                <LinkTabs
                  aria-label={t("range.label")}
                  items={RANGES.map((value) => ({
                    href: `/overview?days=${value}`,
                    label: t("range.days", { count: Number(value) }),
                    current: value === range,
                  }))}
                />
                <DecisionChart days={days} mayTry={may("decisions.explain")} />
              </>
            ) : null}
            {agents ? (
              <div className="grid items-start gap-4 sm:grid-cols-2">
                <AgentRanking agents={agents.most_active} figure="decisions" since={since} />
                <AgentRanking agents={agents.most_denied} figure="denied" since={since} />
              </div>
            ) : null}
          </div>
        </div>
      </Page>
    </SendMessages>
  );
}
