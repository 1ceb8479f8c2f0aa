import { AuditHeader } from "@/components/audit/audit-header";
import { CheckpointList } from "@/components/audit/checkpoint-list";
import { OfflineCommand } from "@/components/audit/offline-command";
import { VerifyHere } from "@/components/audit/verify-here";
import { VerifyServer } from "@/components/audit/verify-server";
import { Page } from "@/components/ui/page-header";
import { listAuditQuery } from "@/lib/contracts/audit";
import { getTranslations } from "@/lib/i18n/request-intl";
import { listAuditEvents } from "@/lib/server/audit";
import { pageCaller } from "@/lib/server/identity/page-caller";
import { auditPermissions } from "../audit-permissions";

export async function generateMetadata() {
  const t = await getTranslations("audit.titles");
  return { title: t("verify") };
}

export default async function VerifyPage() {
  const { caller, organization } = await pageCaller("audit.read");
  const newest = await listAuditEvents(caller, listAuditQuery.parse({ limit: 1 }));
  const may = auditPermissions(caller.permissions);
  return (
    <Page>
      <AuditHeader current="verify" mayExport={may.exports} lastSeq={newest.items[0]?.seq ?? 0} />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <VerifyHere organizationId={organization.id} mayExport={may.exports} />
          <OfflineCommand />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {may.verify ? <VerifyServer /> : null}
          <CheckpointList maySign={may.verify || may.exports} />
        </div>
      </div>
    </Page>
  );
}
