"use client";

import type { ReactNode } from "react";
import { useTranslations } from "#i18n";
import { Button } from "./button";

interface LoadMoreProps {
  hasMore: boolean;
  loading?: boolean;
  onLoadMore: () => void;
  /** How much stands above: "50 of 1,204 shown". */
  summary?: ReactNode;
}

/** The end of a cursor-paged list. */
export function LoadMore({ hasMore, loading = false, onLoadMore, summary }: LoadMoreProps) {
  const t = useTranslations("ui.list");
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-line border-t px-4 py-2.5">
      <span role="status" className="num text-ink-faint text-sm">
        {summary}
      </span>
      {hasMore ? (
        <Button size="sm" loading={loading} onClick={onLoadMore}>
          {t("more")}
        </Button>
      ) : (
        <span className="text-ink-faint text-sm">{t("end")}</span>
      )}
    </div>
  );
}
