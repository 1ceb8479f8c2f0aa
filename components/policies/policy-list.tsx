"use client";

import { type InfiniteData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Archive, ArrowUpDown, SearchX, SlidersHorizontal } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { useErrorWords } from "@/components/ui/error-words";
import { LinkButton } from "@/components/ui/link-button";
import { LoadMore } from "@/components/ui/load-more";
import { SkeletonRows } from "@/components/ui/skeleton";
import { policyQueries } from "@/lib/client/policy-queries";
import { useSearchState } from "@/lib/client/use-search-state";
import type { Page } from "@/lib/contracts/common";
import type { PolicyView } from "@/lib/contracts/policies";
import type { OrderRights } from "./order/order-rights";
import { filterPolicies, isFiltered, policyFilters } from "./policy-filters";
import { PolicyRow } from "./policy-row";
import { PolicySearch } from "./policy-search";
import { usePolicyLanguage } from "./use-policy-language";

interface PolicyListProps {
  status: PolicyView["status"];
  /** What the server has rendered. */
  first: Page<PolicyView>;
  mayWrite: boolean;
  rights: OrderRights;
}

/** What dragging needs is not loaded before somebody wants to drag. */
const loadOrder = () => import("./order/policy-order").then((module) => module.PolicyOrder);
const PolicyOrder = dynamic(loadOrder, { ssr: false, loading: () => <LoadingOrder /> });

/** Policies in the order in which a decision looks at them. */
export function PolicyList({ status, first, mayWrite, rights }: PolicyListProps) {
  const t = useTranslations("policies.list");
  const order = useTranslations("policies.reorder");
  const language = usePolicyLanguage();
  const [filter, setFilter] = useSearchState(policyFilters, "replace");
  const [ordering, setOrdering] = useState(false);
  const initialData: InfiniteData<Page<PolicyView>, string | undefined> = {
    pages: [first],
    pageParams: [undefined],
  };
  const list = useInfiniteQuery({ ...policyQueries.list({ status }), initialData });
  const narrowed = isFiltered(filter);
  // A search among what happens to be loaded would hide what is not.
  const whole = useQuery({
    ...policyQueries.whole(status),
    enabled: (narrowed || ordering) && list.hasNextPage,
  });
  const loaded = list.data.pages.flatMap((page) => page.items);
  const all = list.hasNextPage ? whole.data : loaded;
  if (loaded.length === 0) return <NoPolicies status={status} mayWrite={mayWrite} />;
  if (ordering) {
    return all === undefined ? (
      <LoadingOrder />
    ) : (
      <PolicyOrder policies={all} rights={rights} onClose={() => setOrdering(false)} />
    );
  }
  const shown = narrowed ? filterPolicies(all ?? [], filter, language) : loaded;
  const searching = narrowed && all === undefined && !whole.isError;
  return (
    <div className="flex flex-col gap-3">
      <PolicySearch filter={filter} onChange={(next) => setFilter(next)}>
        {mayWrite && status === "published" && loaded.length > 1 ? (
          <Button
            iconStart={<ArrowUpDown aria-hidden />}
            className="max-sm:min-w-11"
            onPointerEnter={() => void loadOrder()}
            onFocus={() => void loadOrder()}
            onClick={() => setOrdering(true)}
          >
            <span className="max-sm:sr-only">{order("start")}</span>
          </Button>
        ) : null}
      </PolicySearch>
      <StaleNotice error={list.error ?? whole.error} onRetry={() => void list.refetch()} />
      <Card aria-label={status === "published" ? t("listed.inForce") : t("listed.archived")}>
        {searching ? (
          <SkeletonRows rows={6} label={t("loading")} />
        ) : shown.length === 0 ? (
          <EmptyState
            icon={<SearchX aria-hidden />}
            title={t("noMatch.title")}
            description={t("noMatch.description")}
            actions={<Button onClick={() => setFilter(null)}>{t("search.clear")}</Button>}
          />
        ) : (
          <>
            <ol className="flex flex-col divide-y divide-line">
              {shown.map((policy) => (
                <PolicyRow key={policy.id} policy={policy} />
              ))}
            </ol>
            <LoadMore
              hasMore={!narrowed && list.hasNextPage}
              loading={list.isFetchingNextPage}
              onLoadMore={() => void list.fetchNextPage()}
              summary={narrowed ? t("found", { count: shown.length }) : t("shown", { count: shown.length })}
            />
          </>
        )}
      </Card>
    </div>
  );
}

function LoadingOrder() {
  const t = useTranslations("policies.reorder");
  return (
    <Card>
      <SkeletonRows rows={6} label={t("loading")} />
    </Card>
  );
}

function StaleNotice({ error, onRetry }: { error: Error | null; onRetry: () => void }) {
  const t = useTranslations("policies.list.stale");
  const errorWords = useErrorWords();
  if (error === null) return null;
  return (
    <Callout
      tone="negative"
      live
      title={t("title")}
      actions={
        <Button size="sm" onClick={onRetry}>
          {t("retry")}
        </Button>
      }
    >
      {t("body", { reason: errorWords(error) ?? "" })}
    </Callout>
  );
}

function NoPolicies({ status, mayWrite }: Pick<PolicyListProps, "status" | "mayWrite">) {
  const t = useTranslations("policies.list");
  if (status === "archived") {
    return (
      <Card>
        <EmptyState
          icon={<Archive aria-hidden />}
          title={t("noArchived.title")}
          description={t("noArchived.description")}
        />
      </Card>
    );
  }
  return (
    <Card>
      <EmptyState
        icon={<SlidersHorizontal aria-hidden />}
        title={t("empty.title")}
        description={t("empty.description")}
        actions={
          mayWrite ? (
            <LinkButton href="/policies/new" variant="primary">
              {t("empty.first")}
            </LinkButton>
          ) : null
        }
      />
    </Card>
  );
}
