"use client";

import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useInbox, useVoteUnderWay } from "./inbox-context";

/** Why the reader's own approval did not count; it stays until it was read. */
export function VoteFailure({ id }: { id: string }) {
  const { votes } = useInbox();
  const t = useTranslations("inbox.failure");
  const underWay = useVoteUnderWay(id);
  if (underWay?.kind !== "failed") return null;
  return (
    <Callout
      live
      tone="negative"
      title={t(underWay.inDoubt ? "inDoubt" : "title")}
      actions={
        <Button size="sm" onClick={() => votes.dismiss(id)}>
          {t("close")}
        </Button>
      }
    >
      {underWay.message}
    </Callout>
  );
}
