import type { Metadata } from "next";
import { AgentForm } from "@/components/agents/agent-form";
import { Page, PageHeader } from "@/components/ui/page-header";
import { requestLocale } from "@/lib/i18n/request-intl";
import { currentState } from "@/lib/server/decision-state";
import { pageCaller } from "@/lib/server/identity/page-caller";
import { formChoices } from "../form-choices";

export const metadata: Metadata = { title: "Register an agent" };

export default async function NewAgentPage() {
  const { caller, person } = await pageCaller("agents.write");
  return (
    <Page>
      <PageHeader
        breadcrumbs={[{ label: "Agents", href: "/agents" }, { label: "Register" }]}
        title="Register an agent"
        description="Nothing is allowed yet by registering it: policies decide each of its requests. Its key comes next."
      />
      <AgentForm
        {...formChoices(await currentState(caller.organizationId), await requestLocale())}
        ownerUserId={person.id}
      />
    </Page>
  );
}
