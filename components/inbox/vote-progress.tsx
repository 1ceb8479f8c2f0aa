"use client";

import { Undo2 } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { useShortcuts } from "@/components/ui/use-shortcuts";
import { useInbox } from "./inbox-context";
import { useSecondsLeft } from "./row-vote";
import type { VoteUnderWay } from "./votes-under-way";

/** The five seconds, then the sending. Neither says that anything is approved. */
export function VoteProgress({ id, vote }: { id: string; vote: VoteUnderWay }) {
  if (vote.kind === "counting") return <Counting id={id} endsAt={vote.endsAt} />;
  return (
    <p role="status" className="flex min-h-12 items-center gap-2.5 text-lg">
      <Spinner /> Sending your approval…
    </p>
  );
}

function Counting({ id, endsAt }: { id: string; endsAt: number }) {
  const { votes } = useInbox();
  const seconds = useSecondsLeft(endsAt);
  const box = useRef<HTMLDivElement>(null);
  useShortcuts([{ keys: "u", label: "Undo the approval", group: "Request", run: () => votes.undo(id) }]);
  // The button that was pressed is gone: whoever works by keyboard goes on from the undo.
  useEffect(() => box.current?.querySelector("button")?.focus(), []);
  return (
    <div ref={box} className="flex flex-col gap-2.5">
      <div className="flex items-center justify-between gap-4">
        <div className="min-w-0">
          <p className="num font-semibold text-lg">Approving in {seconds}…</p>
          <p className="text-ink-muted text-sm">Nothing is sent yet. Leaving the inbox now sends nothing.</p>
          <p role="status" className="sr-only">
            Approving in five seconds. Press Enter to undo.
          </p>
        </div>
        <Button
          variant="secondary"
          className="h-12 min-w-32 text-lg"
          iconStart={<Undo2 aria-hidden />}
          onClick={() => votes.undo(id)}
        >
          Undo
        </Button>
      </div>
    </div>
  );
}
