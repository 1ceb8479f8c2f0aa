import type { ReactNode } from "react";
import { cn } from "./cn";
import { fillTone, softTone, solidTone, type Tone } from "./tone";

interface BadgeProps {
  tone?: Tone;
  appearance?: "soft" | "solid" | "outline";
  size?: "sm" | "md";
  icon?: ReactNode;
  /** A small disc before the word: a state that goes on (live, paused). */
  dot?: boolean;
  title?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
}

const look = {
  soft: (tone: Tone) => softTone[tone],
  solid: (tone: Tone) => solidTone[tone],
  outline: () => "border-line-strong bg-transparent text-ink-muted",
};

export function Badge(props: BadgeProps) {
  const { tone = "neutral", appearance = "soft", size = "md", icon, dot, title, className, children } = props;
  return (
    <span
      title={title}
      className={cn(
        "inline-flex max-w-full shrink-0 items-center gap-1 whitespace-nowrap rounded-sm border font-medium [&_svg]:shrink-0",
        size === "sm" ? "h-[1.125rem] px-1 text-2xs [&_svg]:size-3" : "h-5 px-1.5 text-xs [&_svg]:size-3.5",
        look[appearance](tone),
        className,
      )}
    >
      {dot ? <span aria-hidden className={cn("size-1.5 rounded-full", fillTone[tone])} /> : null}
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
