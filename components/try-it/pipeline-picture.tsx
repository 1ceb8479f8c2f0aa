import { Ban, Check, CircleDashed, Hourglass, Minus } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { softTone, type Tone } from "@/components/ui/tone";
import type { Stage, StageOutcome } from "./pipeline-stages";

const looks: Record<StageOutcome, { tone: Tone; word: string; Icon: typeof Check }> = {
  pass: { tone: "positive", word: "Passed", Icon: Check },
  allow: { tone: "positive", word: "Allows", Icon: Check },
  deny: { tone: "negative", word: "Denies", Icon: Ban },
  require_approval: { tone: "caution", word: "Asks a person", Icon: Hourglass },
  unused: { tone: "neutral", word: "Not needed", Icon: Minus },
  not_reached: { tone: "neutral", word: "Not reached", Icon: CircleDashed },
};

/** The way of a request, from the first gate to the person who may have to decide. */
export function PipelinePicture({ stages }: { stages: readonly Stage[] }) {
  return (
    <ol aria-label="How it was decided, step by step" className="flex flex-col">
      {stages.map((stage, index) => (
        <StageRow key={stage.name} stage={stage} last={index === stages.length - 1} />
      ))}
    </ol>
  );
}

function StageRow({ stage, last }: { stage: Stage; last: boolean }) {
  const { tone, word, Icon } = looks[stage.outcome];
  const quiet = stage.outcome === "unused" || stage.outcome === "not_reached";
  return (
    <li className="relative grid grid-cols-[2rem_minmax(0,1fr)] gap-3 pb-4 last:pb-0">
      {last ? null : (
        <span
          aria-hidden
          className={cn(
            "absolute top-8 bottom-0 left-4 -ml-px w-0.5",
            stage.outcome === "deny" || stage.outcome === "not_reached" ? "bg-line" : "bg-line-strong",
          )}
        />
      )}
      <span
        aria-hidden
        className={cn("flex size-8 items-center justify-center rounded-full border", softTone[tone])}
      >
        <Icon className="size-4" />
      </span>
      <div className="min-w-0 pt-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className={cn("font-semibold", quiet ? "text-ink-muted" : "text-ink")}>{stage.title}</span>
          <span className={cn("text-sm", quiet ? "text-ink-faint" : "text-ink-muted")}>{word}</span>
        </p>
        <p className={cn("break-words", quiet ? "text-ink-faint text-sm" : "text-ink")}>
          {quiet ? stage.question : stage.message}
        </p>
      </div>
    </li>
  );
}
