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
  const share = (count: number) => `${(count / top) * 100}%`;
  return (
    <li className="relative h-full min-w-0 flex-1">
      <Tooltip content={words}>
        <Link
          href={auditHref({ from: day.day, to: day.day })}
          aria-label={words}
          className="flex h-full flex-col justify-end rounded-xs hover:bg-hover focus-visible:-outline-offset-2"
        >
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
        </Link>
      </Tooltip>
    </li>
  );
}
