import Link from "next/link";
import { useTranslations } from "#i18n";
import { Tooltip } from "@/components/ui/tooltip";
import { useFormats } from "@/components/ui/use-formats";
import type { DayOfDecisions } from "@/lib/contracts/activity";
import { auditHref } from "./audit-href";

interface DayBarProps {
  day: DayOfDecisions;
  /** The day as people read it. */
  name: string;
  /** The figure at the top of the scale. */
  top: number;
}

/** One day: a link to its decisions in the log, its height their number. */
export function DayBar({ day, name, top }: DayBarProps) {
  const t = useTranslations("overview.decisions");
  const format = useFormats();
  const words = t("ofDay", {
    day: name,
    allow: format.count(day.allow),
    asked: format.count(day.require_approval),
    deny: format.count(day.deny),
  });
  return (
    <li className="relative h-full min-w-0 flex-1">
      {/* A fortnight on a phone leaves less than the 24 px that a finger needs (WCAG 2.2, 2.5.8): there it is only shown. */}
      <span role="img" aria-label={words} className="flex h-full flex-col justify-end sm:hidden">
        <Stack day={day} top={top} />
      </span>
      <Tooltip content={words}>
        <Link
          href={auditHref({ from: day.day, to: day.day })}
          aria-label={words}
          className="hidden h-full flex-col justify-end rounded-xs hover:bg-hover focus-visible:-outline-offset-2 sm:flex"
        >
          <Stack day={day} top={top} />
        </Link>
      </Tooltip>
    </li>
  );
}

const PARTS = [
  ["deny", "bg-negative"],
  ["require_approval", "bg-caution"],
  ["allow", "bg-positive"],
] as const;

/** What little there is of a kind stays visible: a denial among thousands is what somebody looks for. */
function Stack({ day, top }: Pick<DayBarProps, "day" | "top">) {
  return (
    <span className="mx-auto flex h-full w-full max-w-9 flex-col justify-end overflow-hidden">
      {PARTS.filter(([effect]) => day[effect] > 0).map(([effect, fill]) => (
        <span
          key={effect}
          style={{ height: `${(day[effect] / top) * 100}%` }}
          className={`min-h-[2px] ${fill} first:rounded-t-sm`}
        />
      ))}
    </span>
  );
}
