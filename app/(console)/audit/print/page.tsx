import { auditParams, queryOf } from "@/components/audit/audit-filter";
import { PrintTable } from "@/components/audit/print-table";
import { Page } from "@/components/ui/page-header";
import { type PageSearch, readSearch } from "@/lib/client/search-params";
import { listAuditQuery } from "@/lib/contracts/audit";
import { pageQuery } from "@/lib/contracts/common";
import { getTranslations } from "@/lib/i18n/request-intl";
import { listAuditEvents, listCheckpoints } from "@/lib/server/audit";
import { pageCaller } from "@/lib/server/identity/page-caller";

export async function generateMetadata() {
  const t = await getTranslations("audit.titles");
  return { title: t("print") };
}

/** What fits on about forty sheets; a longer stretch is an export. */
const PRINTED = 1000;

export default async function PrintPage({ searchParams }: { searchParams: Promise<PageSearch> }) {
  const { caller, person, organization } = await pageCaller("audit.read");
  const filter = readSearch(auditParams, await searchParams);
  const query = listAuditQuery.parse({ ...queryOf(filter), limit: 200 });
  const events = [];
  let cursor: string | null | undefined;
  do {
    const page = await listAuditEvents(caller, { ...query, cursor: cursor ?? undefined });
    events.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor !== null && events.length < PRINTED);
  const checkpoints = await listCheckpoints(caller, pageQuery.parse({ limit: 1 }));
  return (
    <Page className="print:max-w-none print:p-0">
      <PrintTable
        organization={organization.name}
        person={person.name}
        filter={filter}
        events={events}
        more={cursor !== null}
        checkpoint={checkpoints.items[0] ?? null}
      />
    </Page>
  );
}
