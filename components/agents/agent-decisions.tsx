"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useQueryState } from "nuqs";
import { EffectBadge } from "@/components/decision/effect-badge";
import { Callout } from "@/components/ui/callout";
import { Card, CardHeader } from "@/components/ui/card";
import { LoadMore } from "@/components/ui/load-more";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { SkeletonRows } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { auditQueries } from "@/lib/client/audit-queries";
import type { AuditEvent } from "@/lib/contracts/audit";
import { decisionFilter, effectParser } from "./decision-filter";
import { reasonOf } from "./reason-words";

/** What it asked for lately and what it was answered, from the audit log. */
export function AgentDecisions({ agentId }: { agentId: string }) {
  const [effect, setEffect] = useQueryState("effect", effectParser);
  const list = useInfiniteQuery({
    ...auditQueries.list(decisionFilter(agentId, effect)),
    placeholderData: keepPreviousData,
  });
  const events = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card aria-labelledby="decisions" aria-busy={list.isFetching}>
      <CardHeader
        id="decisions"
        title="Recent decisions"
        actions={
          <SegmentedControl
            size="sm"
            aria-label="Answer"
            value={effect ?? "all"}
            onValueChange={(value) => void setEffect(value === "all" ? null : value)}
            segments={[
              { value: "all", label: "All" },
              { value: "allow", label: "Allowed" },
              { value: "require_approval", label: "Asked" },
              { value: "deny", label: "Denied" },
            ]}
          />
        }
      />
      {list.isError ? (
        <Callout tone="negative" appearance="bar" live>
          {list.error.message}
        </Callout>
      ) : null}
      {list.isPending ? <SkeletonRows label="Loading decisions" /> : null}
      {list.isSuccess && events.length === 0 ? (
        <p className="px-4 py-6 text-center text-ink-muted">
          {effect === null ? "It has not asked for anything yet." : "No decision came out so."}
        </p>
      ) : null}
      {events.length > 0 ? (
        <>
          <ul className="divide-y divide-line">
            {events.map((event) => (
              <DecisionRow key={event.seq} event={event} />
            ))}
          </ul>
          <LoadMore
            hasMore={list.hasNextPage}
            loading={list.isFetchingNextPage}
            onLoadMore={() => void list.fetchNextPage()}
            summary={`${events.length} shown`}
          />
        </>
      ) : null}
    </Card>
  );
}

function DecisionRow({ event }: { event: AuditEvent }) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-0.5 px-4 py-2 sm:grid-cols-[8.5rem_minmax(0,1fr)_auto]">
      <span className="order-2 justify-self-end sm:order-none sm:justify-self-start">
        {event.effect ? <EffectBadge effect={event.effect} size="sm" /> : null}
      </span>
      <span className="min-w-0">
        <span className="block truncate">
          <code className="text-sm">{event.action}</code>
          {event.resource_type ? (
            <span className="text-ink-muted"> on {event.resource_type.replace(/_/g, " ")}</span>
          ) : null}
        </span>
        <span className="block truncate text-ink-faint text-sm">{reasonOf(event.entry)}</span>
      </span>
      <TextLink
        href={`/audit?entry=${event.seq}`}
        className="order-3 col-span-2 justify-self-start font-normal text-sm sm:order-none sm:col-span-1"
      >
        <span className="sr-only">Entry {event.seq} of the audit log, </span>
        <Time at={event.time} />
      </TextLink>
    </li>
  );
}
