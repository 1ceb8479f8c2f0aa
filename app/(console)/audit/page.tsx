import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { auditParams, dependsOnZone, queryOf } from "@/components/audit/audit-filter";
import { AuditHeader } from "@/components/audit/audit-header";
import { AuditLog } from "@/components/audit/audit-log";
import {
  AUDIT_PAGE_SIZE,
  auditPageKey,
  isWholeLog,
  NAMED,
  pageOfWholeLog,
} from "@/components/audit/audit-page-key";
import { getQueryClient } from "@/components/query-client";
import { Page } from "@/components/ui/page-header";
import { policyQueries } from "@/lib/client/policy-queries";
import { type PageSearch, readSearch } from "@/lib/client/search-params";
import { listAuditQuery } from "@/lib/contracts/audit";
import { listPoliciesQuery } from "@/lib/contracts/policies";
import { getTranslations } from "@/lib/i18n/request-intl";
import { listAuditEvents } from "@/lib/server/audit";
import { pageCaller } from "@/lib/server/identity/page-caller";
import { listPolicies } from "@/lib/server/policies";
import { auditPermissions } from "./audit-permissions";

export async function generateMetadata() {
  const t = await getTranslations("audit");
  return { title: t("title") };
}

export default async function AuditPage({ searchParams }: { searchParams: Promise<PageSearch> }) {
  const { caller } = await pageCaller("audit.read");
  const filter = readSearch(auditParams, await searchParams);
  const client = getQueryClient();
  const newest = await listAuditEvents(caller, listAuditQuery.parse({ limit: 1 }));
  const lastSeq = newest.items[0]?.seq ?? 0;
  const given = queryOf(filter);
  const query = isWholeLog(given) ? pageOfWholeLog(given, 0, lastSeq) : given;
  const asked = listAuditQuery.safeParse({ ...query, limit: AUDIT_PAGE_SIZE });
  // Days begin at the reader's midnight, which only the browser knows.
  if (asked.success && !dependsOnZone(filter))
    client.setQueryData(auditPageKey(query, undefined), await listAuditEvents(caller, asked.data));
  const may = auditPermissions(caller.permissions);
  if (may.policies) {
    const named = await listPolicies(caller, listPoliciesQuery.parse(NAMED));
    client.setQueryData(policyQueries.list(NAMED).queryKey, { pages: [named], pageParams: [undefined] });
  }
  return (
    <Page>
      <AuditHeader current="entries" mayExport={may.exports} lastSeq={lastSeq} />
      <HydrationBoundary state={dehydrate(client)}>
        <AuditLog may={may} lastSeq={lastSeq} />
      </HydrationBoundary>
    </Page>
  );
}
