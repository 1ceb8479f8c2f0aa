import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Inbox } from "@/components/inbox/inbox";
import { filterOf, inboxParams } from "@/components/inbox/inbox-view";
import { getQueryClient } from "@/components/query-client";
import { approvalQueries } from "@/lib/client/approval-queries";
import { type PageSearch, readSearch } from "@/lib/client/search-params";
import { listApprovalsQuery } from "@/lib/contracts/approvals";
import { getTranslations } from "@/lib/i18n/request-intl";
import { listApprovals } from "@/lib/server/approvals";
import { pageCaller } from "@/lib/server/identity/page-caller";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("inbox");
  return { title: t("title") };
}

export default async function InboxPage({ searchParams }: { searchParams: Promise<PageSearch> }) {
  const { caller } = await pageCaller("approvals.read");
  const defaultTab = caller.permissions.has("approvals.vote") ? "me" : "open";
  const { tab, agent, outcome } = readSearch(inboxParams, await searchParams);
  const filter = filterOf({ tab: tab ?? defaultTab, agent, outcome });
  const client = getQueryClient();
  const page = await listApprovals(caller, listApprovalsQuery.parse(filter));
  client.setQueryData(approvalQueries.list(filter).queryKey, { pages: [page], pageParams: [undefined] });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <Inbox defaultTab={defaultTab} />
    </HydrationBoundary>
  );
}
