import { Pencil } from "lucide-react";
import type { Metadata } from "next";
import { AgentStatusBadge } from "@/components/agents/agent-words";
import { KillSwitch } from "@/components/agents/kill-switch";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Page, PageHeader } from "@/components/ui/page-header";
import { oneOf, type PageSearch, readSearch } from "@/lib/client/search-params";
import { getTranslations } from "@/lib/i18n/request-intl";
import { listApprovals } from "@/lib/server/approvals";
import { pageCaller } from "@/lib/server/identity/page-caller";
import { AgentConnection } from "./agent-connection";
import { AgentOverview } from "./agent-overview";
import { agentReach } from "./agent-reach";
import { findAgent } from "./find-agent";

interface AgentPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<PageSearch>;
}

const PENDING_SHOWN = 20;
const VIEW = { view: oneOf(["connect"]) };

export async function generateMetadata({ params }: AgentPageProps): Promise<Metadata> {
  const { caller } = await pageCaller("agents.read");
  return { title: (await findAgent(caller, (await params).id)).name };
}

export default async function AgentPage({ params, searchParams }: AgentPageProps) {
  const { caller } = await pageCaller("agents.read");
  const t = await getTranslations("agents");
  const agent = await findAgent(caller, (await params).id);
  const { view } = readSearch(VIEW, await searchParams);
  const canSeeKeys = caller.permissions.has("keys.read");
  const isConnecting = view === "connect" && canSeeKeys;
  const pending = caller.permissions.has("approvals.read")
    ? await listApprovals(caller, {
        state: "open",
        subject_id: agent.id,
        for_me: false,
        limit: PENDING_SHOWN,
      })
    : null;
  return (
    <Page>
      <PageHeader
        className="pb-3"
        breadcrumbs={[{ label: t("title"), href: "/agents" }, { label: agent.name }]}
        title={agent.name}
        meta={<AgentStatusBadge status={agent.status} />}
        description={agent.description === "" ? undefined : agent.description}
        actionsOnPhone="below"
        actions={
          caller.permissions.has("agents.write") ? (
            <>
              <LinkButton href={`/agents/${agent.id}/edit`} iconStart={<Pencil aria-hidden />}>
                {t("page.change")}
              </LinkButton>
              <KillSwitch agent={agent} reach={await agentReach(caller, agent.id, pending)} />
            </>
          ) : null
        }
      />
      {agent.status === "disabled" ? (
        <Callout tone="negative" title={t("page.off")} className="mb-4">
          {agent.status_reason === ""
            ? t("page.noReason")
            : t("page.reason", { reason: agent.status_reason })}
        </Callout>
      ) : null}
      <LinkTabs
        aria-label={t("page.views.label")}
        className="mb-4"
        items={[
          { href: `/agents/${agent.id}`, label: t("page.views.overview"), current: !isConnecting },
          ...(canSeeKeys
            ? [
                {
                  href: `/agents/${agent.id}?view=connect`,
                  label: t("page.views.connect"),
                  current: isConnecting,
                },
              ]
            : []),
        ]}
      />
      {isConnecting ? (
        <AgentConnection caller={caller} agent={agent} />
      ) : (
        <AgentOverview caller={caller} agent={agent} pending={pending} searchParams={searchParams} />
      )}
    </Page>
  );
}
