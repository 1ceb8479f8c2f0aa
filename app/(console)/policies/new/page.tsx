import { PolicyEditor } from "@/components/policies/policy-editor";
import { Page, PageHeader } from "@/components/ui/page-header";
import { getTranslations } from "@/lib/i18n/request-intl";
import { DEFAULT_PRIORITY } from "@/lib/policy";
import { pageCaller } from "@/lib/server/identity/page-caller";
import { editorFacts } from "../editor-facts";

export async function generateMetadata() {
  const t = await getTranslations("policies.list");
  return { title: t("new") };
}

const EMPTY = { display_name: "", effect: "require_approval", priority: DEFAULT_PRIORITY, actions: [] };

export default async function NewPolicyPage() {
  const { caller } = await pageCaller("policies.write");
  const t = await getTranslations("policies.list");
  return (
    <Page>
      <PageHeader
        title={t("new")}
        breadcrumbs={[{ label: t("title"), href: "/policies" }, { label: t("new") }]}
      />
      <PolicyEditor policy={null} initial={EMPTY} facts={await editorFacts(caller)} />
    </Page>
  );
}
