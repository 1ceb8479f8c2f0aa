import { cn } from "./cn";
import { solidTone, type Tone } from "./tone";

interface CountBadgeProps {
  count: number;
  tone?: Tone;
  className?: string | undefined;
}

/** A number on top of something else; nothing is drawn for nought. */
export function CountBadge({ count, tone = "accent", className }: CountBadgeProps) {
  if (count <= 0) return null;
  return (
    <span
      className={cn(
        "num inline-flex h-[1.125rem] min-w-[1.125rem] items-center justify-center rounded-full px-1 font-semibold text-2xs leading-none",
        solidTone[tone],
        className,
      )}
    >
      {count > 99 ? "99+" : count}
    </span>
  );
}
