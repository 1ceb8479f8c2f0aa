import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { RequestPage } from "@/components/inbox/request-page";
import { requestTitle } from "@/components/inbox/request-words";
import { getQueryClient } from "@/components/query-client";
import { approvalQueries } from "@/lib/client/approval-queries";
import { getTranslations } from "@/lib/i18n/request-intl";
import { getApproval, getApprovalActivity } from "@/lib/server/approvals";
import { AppError } from "@/lib/server/errors";
import { pageCaller } from "@/lib/server/identity/page-caller";

interface Props {
  params: Promise<{ id: string }>;
}

/** What stands on the page from the start, for those who are told of it. */
async function loadActivity(id: string) {
  const { caller } = await pageCaller("approvals.read");
  return getApprovalActivity(caller, id).catch((error: unknown) => {
    if (error instanceof AppError) return null;
    throw error;
  });
}

const load = cache(async (id: string) => {
  const { caller } = await pageCaller("approvals.read");
  return getApproval(caller, id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  });
});

/** What is asked, never of whom: titles end up in histories. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations("inbox.words");
  return { title: requestTitle(await load((await params).id), words) };
}

export default async function ApprovalPage({ params }: Props) {
  const approval = await load((await params).id);
  const client = getQueryClient();
  client.setQueryData(approvalQueries.one(approval.id).queryKey, approval);
  const activity = approval.may_vote?.allowed ? await loadActivity(approval.id) : null;
  if (activity) client.setQueryData(approvalQueries.activity(approval.id).queryKey, activity);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <RequestPage key={approval.id} id={approval.id} />
    </HydrationBoundary>
  );
}
