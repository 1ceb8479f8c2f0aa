"use client";

import { useQuery } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { useTranslations } from "#i18n";
import { EffectBadge } from "@/components/decision/effect-badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import { approvalQueries } from "@/lib/client/approval-queries";
import type { Approval, ApprovalActivity } from "@/lib/contracts/approvals";
import { isPatient } from "./patient-facts";
import { actionTitle } from "./request-words";

const EFFECTS = ["allow", "deny", "require_approval"] as const;

/** What the agent was answered in the hour before: whether this request is like its others, or stands out. */
export function AgentActivity({ approval, level }: { approval: Approval; level: 2 | 3 }) {
  const t = useTranslations("inbox.activity");
  const query = useQuery(approvalQueries.activity(approval.id));
  const Heading = `h${level}` as const;
  const title = `${approval.id}-activity`;
  return (
    <Card aria-labelledby={title} className="flex flex-col gap-2.5 px-4 py-3">
      <Heading id={title} className="font-semibold text-base">
        {t("title", { agent: approval.subject.name })}
      </Heading>
      {query.data ? (
        <Activity activity={query.data} resourceType={approval.resource.type} />
      ) : query.isError ? (
        <p className="flex min-h-34 flex-wrap content-start items-center gap-x-3 gap-y-1 text-ink-muted">
          {t("failed")}
          <Button size="sm" iconStart={<RotateCw aria-hidden />} onClick={() => void query.refetch()}>
            {t("retry")}
          </Button>
        </p>
      ) : (
        <ActivitySkeleton />
      )}
    </Card>
  );
}

/** As high as an hour with a few decisions, so that nothing below moves when they come. */
function ActivitySkeleton() {
  const t = useTranslations("inbox.activity");
  return (
    <div role="status" className="flex min-h-34 flex-col gap-3">
      <span className="sr-only">{t("loading")}</span>
      <Skeleton className="h-5 w-48" />
      <Skeleton className="w-full" />
      <Skeleton className="w-11/12" />
      <Skeleton className="w-10/12" />
    </div>
  );
}

function Activity({ activity, resourceType }: { activity: ApprovalActivity; resourceType: string }) {
  const t = useTranslations("inbox.activity");
  const words = useTranslations("inbox.words");
  const { counts, resources, last, is_capped: isCapped } = activity;
  if (last.length === 0) return <p className="text-ink-muted">{t("nothing")}</p>;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1.5 text-ink-muted">
        {EFFECTS.filter((effect) => counts[effect] > 0).map((effect) => (
          <EffectBadge key={effect} effect={effect} label={t(effect, { count: counts[effect] })} />
        ))}
        {resources > 0 ? (
          <span className="num">
            {t(isPatient(resourceType) ? "patients" : "records", { count: resources })}
          </span>
        ) : null}
      </p>
      {isCapped ? <p className="text-ink-faint text-sm">{t("capped")}</p> : null}
      <ol aria-label={t("newest")} className="flex flex-col divide-y divide-line">
        {last.map((one) => (
          <li
            key={`${one.time} ${one.action} ${one.effect}`}
            className="flex min-h-8 items-center justify-between gap-3 py-1"
          >
            <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
              {actionTitle(one.action, one.resource_type, one.record_type, words)}
              <Time at={one.time} className="text-ink-faint text-sm" />
            </span>
            <EffectBadge effect={one.effect} size="sm" appearance="outline" />
          </li>
        ))}
      </ol>
    </>
  );
}
