import { Ban, Check, CircleDashed, Hourglass, Minus } from "lucide-react";
import { useTranslations } from "#i18n";
import { cn } from "@/components/ui/cn";
import { softTone, type Tone } from "@/components/ui/tone";
import type { Stage, StageOutcome } from "./stage";

const looks: Record<StageOutcome, { tone: Tone; Icon: typeof Check }> = {
  pass: { tone: "positive", Icon: Check },
  allow: { tone: "positive", Icon: Check },
  deny: { tone: "negative", Icon: Ban },
  require_approval: { tone: "caution", Icon: Hourglass },
  unused: { tone: "neutral", Icon: Minus },
  not_reached: { tone: "neutral", Icon: CircleDashed },
};

/** The way of a request, from the first gate to the person who may have to decide. */
export function PipelinePicture({ stages }: { stages: readonly Stage[] }) {
  const t = useTranslations("pipeline");
  return (
    <ol aria-label={t("label")} className="flex flex-col">
      {stages.map((stage, index) => (
        <StageRow key={stage.name} stage={stage} next={stages[index + 1]} />
      ))}
    </ol>
  );
}

function StageRow({ stage, next }: { stage: Stage; next: Stage | undefined }) {
  const t = useTranslations("pipeline");
  const { tone, Icon } = looks[stage.outcome];
  const isQuiet = stage.outcome === "unused" || stage.outcome === "not_reached";
  return (
    <li
      className={cn(
        "relative -mx-2 grid grid-cols-[2rem_minmax(0,1fr)] gap-3 rounded-lg p-2",
        stage.isDecisive && softTone[tone],
      )}
    >
      {next ? <Way isReached={next.outcome !== "not_reached"} /> : null}
      <span
        aria-hidden
        className={cn(
          "relative flex size-8 items-center justify-center rounded-full border",
          softTone[tone],
          stage.isDecisive && "border-2 border-current",
          stage.outcome === "not_reached" && "border-dashed",
        )}
      >
        <Icon className="size-4" />
      </span>
      <div className="min-w-0 pt-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className={cn("font-semibold", isQuiet ? "text-ink-muted" : "text-ink")}>
            {t(`${stage.name}.title`)}
          </span>
          <span className={cn("text-sm", isQuiet ? "text-ink-faint" : "text-ink-muted")}>
            {t(`outcomes.${stage.outcome}`)}
          </span>
          {stage.isDecisive ? (
            <span className="ml-auto font-medium text-ink text-sm">{t("decisive")}</span>
          ) : null}
        </p>
        {stage.said === null && stage.outcome === "unused" ? null : (
          <p className={cn("break-words", stage.said ? "text-ink" : "text-ink-faint text-sm")}>
            {stage.said === null
              ? t(`${stage.name}.question`)
              : "key" in stage.said
                ? t(stage.said.key)
                : stage.said.message}
          </p>
        )}
      </div>
    </li>
  );
}

/** The line to the next stage: whole where the request went on, broken where it did not get that far. */
function Way({ isReached }: { isReached: boolean }) {
  return (
    <span
      aria-hidden
      className={cn(
        "absolute top-10 -bottom-2 left-6 -ml-px border-l-2",
        isReached ? "border-line-strong" : "border-line border-dashed",
      )}
    />
  );
}
