import { Plus } from "lucide-react";
import { PolicyList } from "@/components/policies/policy-list";
import { LinkButton } from "@/components/ui/link-button";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Page, PageHeader } from "@/components/ui/page-header";
import { getTranslations } from "@/lib/i18n/request-intl";
import { pageCaller } from "@/lib/server/identity/page-caller";
import { listPolicies } from "@/lib/server/policies";

export async function generateMetadata() {
  const t = await getTranslations("policies.list");
  return { title: t("title") };
}

const FIRST_PAGE = 50;

export default async function PoliciesPage({ searchParams }: { searchParams: Promise<{ status?: string }> }) {
  const { caller } = await pageCaller("policies.read");
  const status = (await searchParams).status === "archived" ? "archived" : "published";
  const first = await listPolicies(caller, { status, limit: FIRST_PAGE });
  const t = await getTranslations("policies.list");
  const mayWrite = caller.permissions.has("policies.write");
  return (
    <Page>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          mayWrite ? (
            <LinkButton href="/policies/new" variant="primary" iconStart={<Plus aria-hidden />}>
              {t("new")}
            </LinkButton>
          ) : null
        }
      />
      <LinkTabs
        aria-label={t("tabs.label")}
        className="mb-3 sm:mb-4"
        items={[
          { href: "/policies", label: t("tabs.inForce"), current: status === "published" },
          { href: "/policies?status=archived", label: t("tabs.archived"), current: status === "archived" },
        ]}
      />
      <PolicyList
        key={status}
        status={status}
        first={first}
        mayWrite={mayWrite}
        rights={{
          maySimulate: caller.permissions.has("policies.simulate"),
          mayReadAudit: caller.permissions.has("audit.read"),
        }}
      />
    </Page>
  );
}
