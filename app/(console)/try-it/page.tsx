import type { Metadata } from "next";
import { TryIt } from "@/components/try-it/try-it";
import { Page, PageHeader } from "@/components/ui/page-header";
import { getTranslations } from "@/lib/i18n/request-intl";
import { config } from "@/lib/server/config";
import { pageCaller } from "@/lib/server/identity/page-caller";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("try-it");
  return { title: t("title") };
}

export default async function TryItPage() {
  const { caller } = await pageCaller("decisions.explain");
  const { permissions } = caller;
  const t = await getTranslations("try-it");
  return (
    <Page>
      <PageHeader title={t("title")} description={t("description")} />
      <TryIt
        may={{ agents: permissions.has("agents.read"), people: permissions.has("members.read") }}
        baseUrl={config().baseUrl}
      />
    </Page>
  );
}
