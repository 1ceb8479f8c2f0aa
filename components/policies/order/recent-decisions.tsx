"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "#i18n";
import { useErrorWords } from "@/components/ui/error-words";
import { Skeleton } from "@/components/ui/skeleton";
import { orderQueries } from "@/lib/client/order-queries";
import { decisionsConcerned, type PairChange } from "./order-effects";
import { PreviewSection } from "./preview-section";

/** How many of the newest decisions the order might concern: what the log tells of them in the open, and no more. */
export function RecentDecisions({ pairs }: { pairs: readonly PairChange[] }) {
  const t = useTranslations("policies.reorder.preview");
  const errorWords = useErrorWords();
  const recent = useQuery(orderQueries.recentDecisions());
  const total = recent.data?.length ?? 0;
  const count = decisionsConcerned(pairs, recent.data ?? []);
  return (
    <PreviewSection title={t("recent")}>
      {recent.isPending ? (
        <Skeleton className="h-8" />
      ) : recent.isError ? (
        <p className="text-ink-muted text-sm">{errorWords(recent.error)}</p>
      ) : total === 0 ? (
        <p className="text-ink-muted text-sm">{t("recentNone")}</p>
      ) : (
        <>
          <p className="text-sm">{t("recentCount", { count, total })}</p>
          {count > 0 ? <p className="text-ink-muted text-sm">{t("recentSealed")}</p> : null}
        </>
      )}
    </PreviewSection>
  );
}
