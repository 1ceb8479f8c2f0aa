import { cn } from "./cn";

/** A still shape where something will stand; give it the size of what comes, so that nothing moves then. */
export function Skeleton({ className }: { className?: string | undefined }) {
  return <div aria-hidden className={cn("shimmer h-4 rounded-md bg-pressed", className)} />;
}

interface SkeletonRowsProps {
  rows?: number;
  /** Said once to screen readers. */
  label?: string;
  className?: string | undefined;
}

/** Stands in for a list or table whose rows are 40 px high. */
export function SkeletonRows({ rows = 6, label = "Loading", className }: SkeletonRowsProps) {
  const widths = ["w-1/3", "w-1/4", "w-2/5", "w-1/3", "w-1/2"];
  return (
    <div role="status" className={cn("flex flex-col", className)}>
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: identical placeholders that are never reordered.
        <div key={row} className="flex h-10 items-center gap-4 border-line border-b px-4 last:border-b-0">
          <Skeleton className="w-20" />
          <Skeleton className={widths[row % widths.length]} />
          <Skeleton className="ml-auto w-16" />
        </div>
      ))}
    </div>
  );
}
