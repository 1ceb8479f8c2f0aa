import { useMemo } from "react";
import { useTranslations } from "#i18n";
import { cn } from "@/components/ui/cn";
import type { JsonObject } from "@/lib/policy";
import { formatJson } from "./document/format-json";
import { diffLines } from "./document/line-diff";

interface DiffViewProps {
  before: JsonObject;
  after: JsonObject;
  label: string;
  /** There is nothing to compare with: the text stands alone. */
  whole?: boolean;
}

const LOOKS = {
  same: { sign: " ", style: "text-ink-muted" },
  added: { sign: "+", style: "bg-positive-soft text-positive-ink" },
  removed: { sign: "−", style: "bg-negative-soft text-negative-ink" },
};

/** Two documents, line by line: what went and what came, by sign and by colour. */
export function DiffView({ before, after, label, whole = false }: DiffViewProps) {
  const t = useTranslations("policies.versions.diff");
  const lines = useMemo(() => diffLines(formatJson(before), formatJson(after)), [before, after]);
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroller must be reachable by keyboard (axe scrollable-region-focusable).
      tabIndex={0}
      aria-label={label}
      className="scroll-thin relative max-h-[32rem] overflow-auto rounded-lg border border-line bg-surface py-2 font-mono text-xs leading-5"
    >
      {!whole && lines.every((line) => line.kind === "same") ? (
        <p className="px-3 pb-2 font-sans text-ink-muted text-sm">{t("same")}</p>
      ) : null}
      <ol className="min-w-max">
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of two fixed texts.
          <li key={index} className={cn("flex whitespace-pre px-3", LOOKS[line.kind].style)}>
            <span aria-hidden className="w-4 shrink-0 select-none">
              {LOOKS[line.kind].sign}
            </span>
            {line.kind === "same" ? null : <span className="sr-only">{t(line.kind)} </span>}
            {line.text}
          </li>
        ))}
      </ol>
    </section>
  );
}
