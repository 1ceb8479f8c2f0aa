import type { ReactNode } from "react";
import { cn } from "./cn";

interface DataListProps {
  /** `rows` sets label beside value, `stacked` above it, `columns` as a grid of stacked pairs. */
  layout?: "rows" | "stacked" | "columns";
  className?: string | undefined;
  children: ReactNode;
}

const layouts = {
  rows: "flex flex-col divide-y divide-line [&>div]:grid [&>div]:grid-cols-[clamp(6.5rem,30%,11rem)_minmax(0,1fr)] [&>div]:gap-4 [&>div]:py-2",
  stacked: "flex flex-col gap-3",
  columns: "grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-6 gap-y-4",
};

/** Facts as label and value. */
export function DataList({ layout = "rows", className, children }: DataListProps) {
  return <dl className={cn(layouts[layout], className)}>{children}</dl>;
}

interface DataItemProps {
  label: ReactNode;
  mono?: boolean;
  children: ReactNode;
}

export function DataItem({ label, mono, children }: DataItemProps) {
  return (
    <div className="min-w-0">
      <dt className="text-ink-faint text-sm">{label}</dt>
      <dd className={cn("min-w-0 break-words text-base text-ink", mono && "font-mono text-sm")}>
        {children}
      </dd>
    </div>
  );
}
