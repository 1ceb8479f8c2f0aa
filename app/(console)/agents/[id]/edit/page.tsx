import type { Metadata } from "next";
import { AgentForm } from "@/components/agents/agent-form";
import { Page, PageHeader } from "@/components/ui/page-header";
import { requestLocale } from "@/lib/i18n/request-intl";
import { currentState } from "@/lib/server/decision-state";
import { pageCaller } from "@/lib/server/identity/page-caller";
import { formChoices } from "../../form-choices";
import { findAgent } from "../find-agent";

export const metadata: Metadata = { title: "Change an agent" };

export default async function EditAgentPage({ params }: { params: Promise<{ id: string }> }) {
  const { caller } = await pageCaller("agents.write");
  const agent = await findAgent(caller, (await params).id);
  return (
    <Page>
      <PageHeader
        breadcrumbs={[
          { label: "Agents", href: "/agents" },
          { label: agent.name, href: `/agents/${agent.id}` },
          { label: "Change" },
        ]}
        title={`Change ${agent.name}`}
        description="Its next decision goes by what you save. Who changed what stands in the audit log."
      />
      <AgentForm
        agent={agent}
        {...formChoices(await currentState(caller.organizationId), await requestLocale())}
      />
    </Page>
  );
}
