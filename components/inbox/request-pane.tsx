"use client";

import { useQuery } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
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
  const query = useQuery({ ...approvalQueries.one(id), enabled: listed === undefined });
  const approval = listed ?? query.data;
  if (approval) return <RequestDetail approval={approval} place="pane" />;
  if (query.isPending) return <RequestSkeleton />;
  return (
    <Callout
      live
      tone="negative"
      title="This request could not be shown"
      className="m-6"
      actions={
        <Button size="sm" iconStart={<RotateCw aria-hidden />} onClick={() => void query.refetch()}>
          Try again
        </Button>
      }
    >
      {query.error?.message}
    </Callout>
  );
}
