import { Pencil } from "lucide-react";
import type { Metadata } from "next";
import { createLoader, parseAsStringLiteral, type SearchParams } from "nuqs/server";
import { AgentStatusBadge } from "@/components/agents/agent-words";
import { KillSwitch } from "@/components/agents/kill-switch";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Page, PageHeader } from "@/components/ui/page-header";
import { listApprovals } from "@/lib/server/approvals";
import { pageCaller } from "@/lib/server/identity/page-caller";
import { AgentConnection } from "./agent-connection";
import { AgentOverview } from "./agent-overview";
import { findAgent } from "./find-agent";

interface AgentPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

const PENDING_SHOWN = 20;
const loadView = createLoader({ view: parseAsStringLiteral(["connect"]) });

export async function generateMetadata({ params }: AgentPageProps): Promise<Metadata> {
  const { caller } = await pageCaller("agents.read");
  return { title: (await findAgent(caller, (await params).id)).name };
}

export default async function AgentPage({ params, searchParams }: AgentPageProps) {
  const { caller } = await pageCaller("agents.read");
  const agent = await findAgent(caller, (await params).id);
  const { view } = await loadView(searchParams);
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
        breadcrumbs={[{ label: "Agents", href: "/agents" }, { label: agent.name }]}
        title={agent.name}
        meta={<AgentStatusBadge status={agent.status} />}
        description={agent.description === "" ? undefined : agent.description}
        actions={
          caller.permissions.has("agents.write") ? (
            <>
              <LinkButton href={`/agents/${agent.id}/edit`} iconStart={<Pencil aria-hidden />}>
                Change
              </LinkButton>
              <KillSwitch
                agent={agent}
                pending={pending && { count: pending.items.length, hasMore: pending.next_cursor !== null }}
              />
            </>
          ) : null
        }
      />
      {agent.status === "disabled" ? (
        <Callout tone="negative" title="Switched off: every request is denied" className="mb-4">
          {agent.status_reason === "" ? "No reason was given." : `Reason: ${agent.status_reason}`}
        </Callout>
      ) : null}
      <LinkTabs
        aria-label="Views of the agent"
        className="mb-4"
        items={[
          { href: `/agents/${agent.id}`, label: "Overview", current: !isConnecting },
          ...(canSeeKeys
            ? [{ href: `/agents/${agent.id}?view=connect`, label: "Keys and code", current: isConnecting }]
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
