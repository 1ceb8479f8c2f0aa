import Link from "next/link";
import { useTranslations } from "#i18n";
import { cn } from "@/components/ui/cn";
import { useFormats } from "@/components/ui/use-formats";
import type { DayOfDecisions } from "@/lib/contracts/activity";
import { auditHref } from "./audit-href";

export const EFFECTS = ["allow", "require_approval", "deny"] as const;
const SWATCHES = { allow: "bg-positive", require_approval: "bg-caution", deny: "bg-negative" };

/** How many of each effect; the key to the chart's colours, and the way to the entries behind each figure. */
export function DecisionFigures({ days }: { days: readonly DayOfDecisions[] }) {
  const effects = useTranslations("decision.effects");
  const format = useFormats();
  const sums = EFFECTS.map((effect) => ({ effect, count: days.reduce((sum, day) => sum + day[effect], 0) }));
  const total = sums.reduce((sum, { count }) => sum + count, 0);
  return (
    <ul className="grid grid-cols-3 divide-x divide-line border-line border-b">
      {sums.map(({ effect, count }) => (
        <li key={effect} className="min-w-0">
          <Link
            href={auditHref({ effect, from: days[0]?.day ?? "" })}
            className="flex h-full flex-col gap-0.5 px-3 py-3 hover:bg-hover focus-visible:-outline-offset-2 sm:px-4"
          >
            <span className="flex min-w-0 items-center gap-2 text-ink-muted text-sm">
              <span aria-hidden className={cn("size-2.5 shrink-0 rounded-xs", SWATCHES[effect])} />
              <span className="min-w-0 break-words">{effects(effect)}</span>
            </span>
            <span className="mt-auto flex flex-wrap items-baseline gap-x-2">
              <span className="num font-semibold text-2xl text-ink">{format.count(count)}</span>
              {total > 0 ? (
                <span className="num text-ink-faint text-sm">{format.percent(count / total)}</span>
              ) : null}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
