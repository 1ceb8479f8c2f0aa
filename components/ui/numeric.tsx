import { cn } from "./cn";
import { useFormats } from "./use-formats";

interface NumericProps {
  value: number;
  /** Shortens to "12K", with the whole number on hover. */
  compact?: boolean;
  className?: string | undefined;
}

export function Numeric({ value, compact, className }: NumericProps) {
  const format = useFormats();
  return (
    <span className={cn("num", className)} title={compact && value >= 1000 ? format.count(value) : undefined}>
      {compact ? format.compact(value) : format.count(value)}
    </span>
  );
}
