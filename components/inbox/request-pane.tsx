"use client";

import { useQuery } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useErrorWords } from "@/components/ui/error-words";
import { approvalQueries } from "@/lib/client/approval-queries";
import type { Approval } from "@/lib/contracts/approvals";
import { RequestSkeleton } from "./inbox-skeleton";
import { RequestDetail } from "./request-detail";

interface RequestPaneProps {
  id: string;
  /** The list's copy, which the stream keeps current; undefined for a request that the list does not show. */
  listed: Approval | undefined;
}

/** The chosen request beside the list. */
export function RequestPane({ id, listed }: RequestPaneProps) {
  const t = useTranslations("inbox.page");
  const errorWords = useErrorWords();
  const query = useQuery({ ...approvalQueries.one(id), enabled: listed === undefined });
  const approval = listed ?? query.data;
  if (approval) return <RequestDetail approval={approval} place="pane" />;
  if (query.isPending) return <RequestSkeleton />;
  return (
    <Callout
      live
      tone="negative"
      title={t("failed")}
      className="m-6"
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
