"use client";

import { Undo2 } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { useInbox } from "./inbox-context";
import { useSecondsLeft } from "./use-seconds-left";
import type { VoteUnderWay } from "./votes-under-way";

/** The five seconds, then the sending. Neither says that anything is approved. */
export function VoteProgress({ id, vote }: { id: string; vote: VoteUnderWay }) {
  const t = useTranslations("inbox.decide");
  if (vote.kind === "counting") return <Counting id={id} endsAt={vote.endsAt} />;
  return (
    <p role="status" className="flex min-h-12 items-center gap-2.5 text-lg">
      <Spinner /> {t("sending")}
    </p>
  );
}

function Counting({ id, endsAt }: { id: string; endsAt: number }) {
  const { votes } = useInbox();
  const t = useTranslations("inbox.decide");
  const seconds = useSecondsLeft(endsAt);
  const box = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone: whoever works by keyboard goes on from the undo.
  useEffect(() => box.current?.querySelector("button")?.focus(), []);
  return (
    <div ref={box} className="flex items-center justify-between gap-4">
      <div className="min-w-0">
        <p className="num font-semibold text-lg">{t("counting", { seconds })}</p>
        <p className="text-ink-muted text-sm">{t("notYet")}</p>
        <p role="status" className="sr-only">
          {t("spoken")}
        </p>
      </div>
      <Button
        variant="secondary"
        className="h-12 min-w-32 text-lg"
        iconStart={<Undo2 aria-hidden />}
        onClick={() => votes.undo(id)}
      >
        {t("undo")}
      </Button>
    </div>
  );
}
