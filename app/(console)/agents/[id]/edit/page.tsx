import type { Metadata } from "next";
import { AgentForm } from "@/components/agents/agent-form";
import { Page, PageHeader } from "@/components/ui/page-header";
import { getTranslations, requestLocale } from "@/lib/i18n/request-intl";
import { currentState } from "@/lib/server/decision-state";
import { pageCaller } from "@/lib/server/identity/page-caller";
import { formChoices } from "../../form-choices";
import { findAgent } from "../find-agent";

interface EditAgentPageProps {
  params: Promise<{ id: string }>;
}

/** Without an agent it is that of the not-found page. */
export async function generateMetadata({ params }: EditAgentPageProps): Promise<Metadata> {
  const { caller } = await pageCaller("agents.write");
  await findAgent(caller, (await params).id);
  const t = await getTranslations("agents.form");
  return { title: t("editMeta") };
}

export default async function EditAgentPage({ params }: EditAgentPageProps) {
  const { caller } = await pageCaller("agents.write");
  const agent = await findAgent(caller, (await params).id);
  const t = await getTranslations("agents");
  return (
    <Page>
      <PageHeader
        breadcrumbs={[
          { label: t("title"), href: "/agents" },
          { label: agent.name, href: `/agents/${agent.id}` },
          { label: t("form.changeCrumb") },
        ]}
        title={t("form.editTitle", { name: agent.name })}
        description={t("form.editText")}
      />
      <AgentForm
        agent={agent}
        {...formChoices(await currentState(caller.organizationId), await requestLocale())}
      />
    </Page>
  );
}
