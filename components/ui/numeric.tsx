import { cn } from "./cn";
import { formatCompact, formatCount } from "./format-number";

interface NumericProps {
  value: number;
  /** Shortens to "12K", with the whole number on hover. */
  compact?: boolean;
  className?: string | undefined;
}

export function Numeric({ value, compact, className }: NumericProps) {
  return (
    <span className={cn("num", className)} title={compact && value >= 1000 ? formatCount(value) : undefined}>
      {compact ? formatCompact(value) : formatCount(value)}
    </span>
  );
}
