import { AuditHeader } from "@/components/audit/audit-header";
import { DisclosuresView } from "@/components/audit/disclosures-view";
import { Page } from "@/components/ui/page-header";
import { listAuditQuery } from "@/lib/contracts/audit";
import { getTranslations } from "@/lib/i18n/request-intl";
import { listAuditEvents } from "@/lib/server/audit";
import { pageCaller } from "@/lib/server/identity/page-caller";
import { auditPermissions } from "../audit-permissions";

export async function generateMetadata() {
  const t = await getTranslations("audit.titles");
  return { title: t("disclosures") };
}

export default async function DisclosuresPage() {
  const { caller, person, organization } = await pageCaller("audit.read");
  const newest = await listAuditEvents(caller, listAuditQuery.parse({ limit: 1 }));
  const may = auditPermissions(caller.permissions);
  return (
    <Page className="print:max-w-none print:p-0">
      <AuditHeader current="disclosures" mayExport={may.exports} lastSeq={newest.items[0]?.seq ?? 0} />
      <DisclosuresView may={may} organization={organization.name} person={person.name} />
    </Page>
  );
}
