"use client";

import { type InfiniteData, useInfiniteQuery } from "@tanstack/react-query";
import { SlidersHorizontal } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { LoadMore } from "@/components/ui/load-more";
import { policyQueries } from "@/lib/client/policy-queries";
import type { Page } from "@/lib/contracts/common";
import type { PolicyView } from "@/lib/contracts/policies";
import { PolicyRow } from "./policy-row";

interface PolicyListProps {
  status: PolicyView["status"];
  /** What the server has rendered. */
  first: Page<PolicyView>;
  mayWrite: boolean;
}

/** Policies in the order in which a decision looks at them. */
export function PolicyList({ status, first, mayWrite }: PolicyListProps) {
  const initialData: InfiniteData<Page<PolicyView>, string | undefined> = {
    pages: [first],
    pageParams: [undefined],
  };
  const list = useInfiniteQuery({ ...policyQueries.list({ status }), initialData });
  const policies = list.data.pages.flatMap((page) => page.items);
  if (policies.length === 0) return <NoPolicies status={status} mayWrite={mayWrite} />;
  return (
    <div className="flex flex-col gap-3">
      {list.isError ? (
        <Callout
          tone="negative"
          live
          title="The list could not be brought up to date"
          actions={
            <Button size="sm" onClick={() => void list.refetch()}>
              Try again
            </Button>
          }
        >
          {list.error.message} What is shown may be older.
        </Callout>
      ) : null}
      <Card aria-label={status === "published" ? "Policies in force" : "Archived policies"}>
        <ol className="flex flex-col divide-y divide-line">
          {policies.map((policy) => (
            <PolicyRow key={policy.id} policy={policy} />
          ))}
        </ol>
        <LoadMore
          hasMore={list.hasNextPage}
          loading={list.isFetchingNextPage}
          onLoadMore={() => void list.fetchNextPage()}
          summary={policies.length === 1 ? "1 policy shown" : `${policies.length} policies shown`}
        />
      </Card>
    </div>
  );
}

function NoPolicies({ status, mayWrite }: Pick<PolicyListProps, "status" | "mayWrite">) {
  if (status === "archived") {
    return (
      <Card>
        <EmptyState
          title="No archived policies"
          description="Policies taken out of force stand here, with all their versions."
        />
      </Card>
    );
  }
  return (
    <Card>
      <EmptyState
        icon={<SlidersHorizontal aria-hidden />}
        title="No policies yet"
        description="Without a policy that allows it, every request of an agent is denied. Begin with what must be approved by a person."
        actions={
          mayWrite ? (
            <LinkButton href="/policies/new" variant="primary">
              Write the first policy
            </LinkButton>
          ) : null
        }
      />
    </Card>
  );
}
