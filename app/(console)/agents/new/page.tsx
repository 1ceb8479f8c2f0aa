import type { Metadata } from "next";
import { AgentForm } from "@/components/agents/agent-form";
import { Page, PageHeader } from "@/components/ui/page-header";
import { getTranslations, requestLocale } from "@/lib/i18n/request-intl";
import { currentState } from "@/lib/server/decision-state";
import { pageCaller } from "@/lib/server/identity/page-caller";
import { formChoices } from "../form-choices";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agents.form");
  return { title: t("newTitle") };
}

export default async function NewAgentPage() {
  const { caller, person } = await pageCaller("agents.write");
  const t = await getTranslations("agents");
  return (
    <Page>
      <PageHeader
        breadcrumbs={[{ label: t("title"), href: "/agents" }, { label: t("form.registerCrumb") }]}
        title={t("form.newTitle")}
        description={t("form.newText")}
      />
      <AgentForm
        {...formChoices(await currentState(caller.organizationId), await requestLocale())}
        ownerUserId={person.id}
      />
    </Page>
  );
}
