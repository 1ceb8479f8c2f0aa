import Link from "next/link";
import { Tooltip } from "@/components/ui/tooltip";
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
  const words = `${name}: ${day.allow} allowed, ${day.require_approval} asked a person, ${day.deny} denied`;
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

function Stack({ day, top }: Pick<DayBarProps, "day" | "top">) {
  const share = (count: number) => `${(count / top) * 100}%`;
  return (
    <span className="mx-auto flex h-full w-full max-w-9 flex-col justify-end">
      {day.deny > 0 ? (
        <span style={{ height: share(day.deny) }} className="min-h-[2px] rounded-t-xs bg-negative" />
      ) : null}
      {day.require_approval > 0 ? (
        <span style={{ height: share(day.require_approval) }} className="min-h-[2px] bg-caution" />
      ) : null}
      {day.allow > 0 ? (
        <span style={{ height: share(day.allow) }} className="min-h-[2px] bg-positive" />
      ) : null}
    </span>
  );
}
