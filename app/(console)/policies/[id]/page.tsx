import { ArchivePolicy } from "@/components/policies/archive-policy";
import { PolicyEditor } from "@/components/policies/policy-editor";
import { PolicyReading } from "@/components/policies/policy-reading";
import { PolicyTabs } from "@/components/policies/policy-tabs";
import { Badge } from "@/components/ui/badge";
import { CopyableId } from "@/components/ui/copyable-id";
import { Page, PageHeader } from "@/components/ui/page-header";
import { getTranslations } from "@/lib/i18n/request-intl";
import type { JsonObject } from "@/lib/policy";
import { pageCaller } from "@/lib/server/identity/page-caller";
import { editorFacts } from "../editor-facts";
import { getPagePolicy } from "./find-page-policy";

interface PolicyPageProps {
  params: Promise<{ id: string }>;
}

/** Without a policy it is that of the not-found page. */
export async function generateMetadata({ params }: PolicyPageProps) {
  const { caller } = await pageCaller("policies.read");
  await getPagePolicy(caller, (await params).id);
  const t = await getTranslations("policies.list");
  return { title: t("policy") };
}

export default async function PolicyPage({ params }: PolicyPageProps) {
  const { caller } = await pageCaller("policies.read");
  const policy = await getPagePolicy(caller, (await params).id);
  const t = await getTranslations("policies");
  const editable = caller.permissions.has("policies.write") && policy.status === "published";
  return (
    <Page>
      <PageHeader
        title={policy.display_name}
        breadcrumbs={[{ label: t("list.title"), href: "/policies" }, { label: policy.display_name }]}
        meta={
          <>
            {policy.status === "archived" ? <Badge appearance="outline">{t("row.archived")}</Badge> : null}
            {policy.enabled ? null : <Badge appearance="outline">{t("row.disabled")}</Badge>}
            <CopyableId id={policy.id} noun={t("list.policyId")} shorten />
          </>
        }
        actions={editable ? <ArchivePolicy id={policy.id} name={policy.display_name} /> : null}
      />
      <PolicyTabs id={policy.id} current="rule" versions={policy.version} />
      {editable ? (
        <PolicyEditor
          key={policy.id}
          policy={policy}
          initial={policy.document as JsonObject}
          facts={await editorFacts(caller)}
        />
      ) : (
        <PolicyReading policy={policy} />
      )}
    </Page>
  );
}
