"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useErrorWords } from "@/components/ui/error-words";
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
  const t = useTranslations("policies.publish.conflict");
  const errorWords = useErrorWords();
  const conflict = useQuery(conflictQuery(policyId));
  const [compared, setCompared] = useState(false);
  if (conflict.isPending) return <Skeleton className="h-24" />;
  if (conflict.isError) {
    return (
      <Callout
        tone="negative"
        title={t("failed")}
        live
        actions={<Button onClick={() => void conflict.refetch()}>{t("retry")}</Button>}
      >
        {t("failedBody", { reason: errorWords(conflict.error) ?? "" })}
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
        title={archived ? t("archived", { author }) : t("published", { author, version: newest.version })}
      >
        <div className="flex flex-col gap-2">
          <p>{t.rich("when", { version, time: () => <Time at={newest.updated_at} /> })}</p>
          {note === "" ? null : <p>{t("note", { note })}</p>}
          {archived ? <p>{t("archivedHint")}</p> : null}
          <div className="flex flex-wrap gap-2">
            <Button size="sm" aria-expanded={compared} onClick={() => setCompared((open) => !open)}>
              {compared ? t("hide") : t("compare")}
            </Button>
            {archived ? null : (
              <>
                <Button size="sm" onClick={() => onReload(newest)}>
                  {t("take", { version: newest.version })}
                </Button>
                <Button size="sm" variant="danger-quiet" onClick={() => onOverwrite(newest)}>
                  {t("overwrite")}
                </Button>
              </>
            )}
          </div>
        </div>
      </Callout>
      {compared ? (
        <DiffView
          label={t("diff", { version: newest.version })}
          before={newest.document as JsonObject}
          after={document}
        />
      ) : null}
    </div>
  );
}
