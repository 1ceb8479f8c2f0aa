"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Skeleton } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import { conflictQuery } from "@/lib/client/conflict-query";
import type { PolicyView } from "@/lib/contracts/policies";
import type { JsonObject } from "@/lib/policy";
import { DiffView } from "./diff-view";

interface ConflictNoticeProps {
  policyId: string;
  /** The version that the edit began from. */
  version: number;
  document: JsonObject;
  onOverwrite: (newest: PolicyView) => void;
  onReload: (newest: PolicyView) => void;
}

/** Somebody else published meanwhile: says who and what. Nothing typed is lost until the person decides. */
export function ConflictNotice({ policyId, version, document, onOverwrite, onReload }: ConflictNoticeProps) {
  const conflict = useQuery(conflictQuery(policyId));
  const [compared, setCompared] = useState(false);
  if (conflict.isPending) return <Skeleton className="h-24" />;
  if (conflict.isError) {
    return (
      <Callout
        tone="negative"
        title="Nothing was published"
        live
        actions={<Button onClick={() => void conflict.refetch()}>Try again</Button>}
      >
        Somebody else has changed this policy, and what they changed could not be loaded:{" "}
        {conflict.error.message}
      </Callout>
    );
  }
  const { newest, author, note } = conflict.data;
  const archived = newest.status === "archived";
  return (
    <div className="flex flex-col gap-3">
      <Callout
        tone="caution"
        live
        title={
          archived
            ? `${author} has archived this policy`
            : `${author} has published version ${newest.version}`
        }
      >
        <div className="flex flex-col gap-2">
          <p>
            That was <Time at={newest.updated_at} />, while you worked from version {version}
            {note === "" ? "" : `: “${note}”`}. Nothing of yours was published, and nothing of it is lost.
            {archived ? " An archived policy takes no new version; copy your JSON into a new policy." : ""}
          </p>
          <div className="flex flex-wrap gap-2">
            <Button size="sm" aria-expanded={compared} onClick={() => setCompared((open) => !open)}>
              {compared ? "Hide the difference" : "Compare with yours"}
            </Button>
            {archived ? null : (
              <>
                <Button size="sm" onClick={() => onReload(newest)}>
                  Discard mine, take version {newest.version}
                </Button>
                <Button size="sm" variant="danger-quiet" onClick={() => onOverwrite(newest)}>
                  Publish mine over it
                </Button>
              </>
            )}
          </div>
        </div>
      </Callout>
      {compared ? (
        <DiffView
          label={`From version ${newest.version} to yours`}
          before={newest.document as JsonObject}
          after={document}
        />
      ) : null}
    </div>
  );
}
