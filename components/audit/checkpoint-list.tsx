"use client";

import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Stamp } from "lucide-react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardHeader } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { CopyableId } from "@/components/ui/copyable-id";
import { EmptyState } from "@/components/ui/empty-state";
import { useErrorWords } from "@/components/ui/error-words";
import { LoadMore } from "@/components/ui/load-more";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import { auditQueries } from "@/lib/client/audit-queries";
import { call } from "@/lib/client/call";
import { auditOperations } from "@/lib/client/operations";

/** Signed checkpoints, newest first: what an auditor takes along to hold the next log against. */
export function CheckpointList({ maySign }: { maySign: boolean }) {
  const t = useTranslations("audit.verify.checkpoints");
  const nouns = useTranslations("audit.verify.nouns");
  const errorWords = useErrorWords();
  const client = useQueryClient();
  const list = useInfiniteQuery(auditQueries.checkpoints());
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const sign = useMutation({
    mutationFn: () => call(auditOperations.makeCheckpoint),
    onSuccess: () => client.invalidateQueries({ queryKey: auditQueries.checkpoints().queryKey }),
  });
  return (
    <Card>
      <CardHeader
        title={t("title")}
        description={t("description")}
        actions={
          maySign ? (
            <Button
              size="sm"
              iconStart={<Stamp aria-hidden />}
              loading={sign.isPending}
              onClick={() => sign.mutate()}
            >
              {t("sign")}
            </Button>
          ) : undefined
        }
      />
      {[list.error, sign.error].map((error) =>
        error ? (
          <Callout key={error.message} tone="negative" appearance="bar" live>
            {errorWords(error)}
          </Callout>
        ) : null,
      )}
      {list.isPending ? <SkeletonRows rows={4} label={t("loading")} /> : null}
      {list.isSuccess && items.length === 0 ? (
        <EmptyState size="inline" title={t("none")} description={t("noneText")} />
      ) : null}
      <ul className="divide-y divide-line">
        {items.map((checkpoint) => (
          <li
            key={checkpoint.size}
            className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2"
          >
            <span className="num w-32 font-medium text-ink">{t("size", { count: checkpoint.size })}</span>
            <Time at={checkpoint.created_at} format="datetime" className="text-ink-muted" />
            <span className="min-w-0 flex-1">
              <CopyableId id={checkpoint.root} noun={nouns("root")} shorten />
            </span>
            <CopyButton text={checkpoint.note} label={t("copyLabel")}>
              {t("copy")}
            </CopyButton>
          </li>
        ))}
      </ul>
      {list.isSuccess && items.length > 0 ? (
        <LoadMore
          hasMore={list.hasNextPage}
          loading={list.isFetchingNextPage}
          onLoadMore={() => void list.fetchNextPage()}
        />
      ) : null}
    </Card>
  );
}
