import { ComplianceView } from "@/components/compliance/compliance-view";
import { Page } from "@/components/ui/page-header";
import { getTranslations } from "@/lib/i18n/request-intl";
import { getCompliance } from "@/lib/server/compliance";
import { pageCaller } from "@/lib/server/identity/page-caller";

export async function generateMetadata() {
  const t = await getTranslations("compliance");
  return { title: t("title") };
}

export default async function CompliancePage() {
  const { caller } = await pageCaller("audit.read");
  const table = await getCompliance(caller);
  return (
    <Page className="print:max-w-none print:p-0">
      <ComplianceView table={table} mayExport={caller.permissions.has("audit.export")} />
    </Page>
  );
}
