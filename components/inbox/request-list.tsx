"use client";

import { RotateCw } from "lucide-react";
import type { MouseEvent } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useErrorWords } from "@/components/ui/error-words";
import { LoadMore } from "@/components/ui/load-more";
import type { Approval } from "@/lib/contracts/approvals";
import { EmptyQueue } from "./empty-queue";
import { ListSkeleton } from "./inbox-skeleton";
import type { InboxView } from "./inbox-view";
import { RequestRow } from "./request-row";
import type { useQueue } from "./use-queue";

interface RequestListProps {
  view: InboxView;
  queue: ReturnType<typeof useQueue>;
  selectedId: string | null;
  onOpen: (approval: Approval, event: MouseEvent<HTMLAnchorElement>) => void;
}

export function RequestList({ view, queue, selectedId, onOpen }: RequestListProps) {
  const { query, items } = queue;
  const t = useTranslations("inbox.list");
  const errorWords = useErrorWords();
  if (query.isPending) return <ListSkeleton />;
  if (query.isError && items.length === 0) {
    return (
      <Callout
        live
        tone="negative"
        title={t("failed")}
        className="m-4"
        actions={
          <Button size="sm" iconStart={<RotateCw aria-hidden />} onClick={() => void query.refetch()}>
            {t("retry")}
          </Button>
        }
      >
        {errorWords(query.error)}
      </Callout>
    );
  }
  const again = (
    <Button size="sm" iconStart={<RotateCw aria-hidden />} onClick={() => void query.fetchNextPage()}>
      {t("retry")}
    </Button>
  );
  if (items.length === 0) return <EmptyQueue view={view} />;
  return (
    <>
      <ol aria-label={t("requests")}>
        {items.map((approval) => (
          <RequestRow
            key={approval.id}
            approval={approval}
            selected={approval.id === selectedId}
            onOpen={onOpen}
          />
        ))}
      </ol>
      {query.isFetchNextPageError ? (
        <Callout live tone="negative" title={t("moreFailed")} className="m-4" actions={again}>
          {errorWords(query.error)}
        </Callout>
      ) : null}
      {query.hasNextPage || items.length > 10 ? (
        <LoadMore
          hasMore={query.hasNextPage}
          loading={query.isFetchingNextPage}
          onLoadMore={() => void query.fetchNextPage()}
          summary={t("shown", { count: items.length })}
        />
      ) : null}
    </>
  );
}
