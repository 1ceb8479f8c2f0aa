"use client";

import { useQueryClient } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { useTranslations } from "#i18n";
import { LinkButton } from "@/components/ui/link-button";
import { findWaiting } from "./approval-cache";
import { BottomEdge } from "./bottom-edge";
import { useInbox } from "./inbox-context";
import { useKnownWaitingCount } from "./use-waiting-count";

/** Where to go on once this request is decided: straight to the next one, under the same thumb. */
export function NextRequest({ id }: { id: string }) {
  const { viewer, arrivals } = useInbox();
  const t = useTranslations("inbox.decide");
  const client = useQueryClient();
  const count = useKnownWaitingCount();
  if (!viewer.mayVote || count === 0) return null;
  const next = findWaiting(client, arrivals, id);
  return (
    <BottomEdge aria-label={t("next")}>
      <div className="flex items-center justify-between gap-4">
        <p className="text-ink-muted">{t("stillWaiting", { count })}</p>
        <LinkButton
          href={next ? `/inbox/${next.id}` : "/inbox"}
          size="lg"
          className="h-12 shrink-0 text-lg"
          iconEnd={<ChevronRight aria-hidden />}
        >
          {t("next")}
        </LinkButton>
      </div>
    </BottomEdge>
  );
}
