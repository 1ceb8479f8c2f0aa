"use client";

import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Stamp } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardHeader } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { CopyableId } from "@/components/ui/copyable-id";
import { EmptyState } from "@/components/ui/empty-state";
import { formatCount } from "@/components/ui/format-number";
import { LoadMore } from "@/components/ui/load-more";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import { auditQueries } from "@/lib/client/audit-queries";
import { call } from "@/lib/client/call";
import { auditEndpoints } from "@/lib/contracts/endpoints/audit";

/** Signed checkpoints, newest first: what an auditor takes along to hold the next log against. */
export function CheckpointList({ maySign }: { maySign: boolean }) {
  const client = useQueryClient();
  const list = useInfiniteQuery(auditQueries.checkpoints());
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const sign = useMutation({
    mutationFn: () => call(auditEndpoints.makeCheckpoint),
    onSuccess: () => client.invalidateQueries({ queryKey: auditQueries.checkpoints().queryKey }),
  });
  return (
    <Card>
      <CardHeader
        title="Checkpoints"
        description="Each signs the whole log up to an entry. Keep one: a log rewritten later cannot match it."
        actions={
          maySign ? (
            <Button
              size="sm"
              iconStart={<Stamp aria-hidden />}
              loading={sign.isPending}
              onClick={() => sign.mutate()}
            >
              Sign one now
            </Button>
          ) : undefined
        }
      />
      {[list.error, sign.error].map((error) =>
        error ? (
          <Callout key={error.message} tone="negative" appearance="bar" live>
            {error.message}
          </Callout>
        ) : null,
      )}
      {list.isPending ? <SkeletonRows rows={4} label="Loading checkpoints" /> : null}
      {list.isSuccess && items.length === 0 ? (
        <EmptyState
          size="inline"
          title="No checkpoint was signed yet"
          description="One is signed within a minute of the first entry."
        />
      ) : null}
      <ul className="divide-y divide-line">
        {items.map((checkpoint) => (
          <li
            key={checkpoint.size}
            className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2"
          >
            <span className="num w-32 font-medium text-ink">{formatCount(checkpoint.size)} entries</span>
            <Time at={checkpoint.created_at} format="datetime" className="text-ink-muted" />
            <span className="min-w-0 flex-1">
              <CopyableId id={checkpoint.root} noun="root" shorten />
            </span>
            <CopyButton text={checkpoint.note} label="Copy signed checkpoint">
              Copy
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
