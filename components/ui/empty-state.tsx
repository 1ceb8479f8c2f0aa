import type { ReactNode } from "react";
import { cn } from "./cn";

interface EmptyStateProps {
  icon?: ReactNode;
  title: ReactNode;
  /** Why it is empty and what would fill it. */
  description?: ReactNode;
  actions?: ReactNode;
  /** `panel` for a whole page area, `inline` within a card. */
  size?: "inline" | "panel";
  className?: string | undefined;
}

export function EmptyState({
  icon,
  title,
  description,
  actions,
  size = "panel",
  className,
}: EmptyStateProps) {
  return (
    <div
      className={cn(
        "flex flex-col items-center justify-center gap-1.5 px-6 text-center",
        size === "panel" ? "min-h-72 py-14" : "py-8",
        className,
      )}
    >
      {icon ? (
        <span
          aria-hidden
          className="mb-2 flex size-10 items-center justify-center rounded-lg border border-line bg-surface text-ink-faint shadow-card [&_svg]:size-5"
        >
          {icon}
        </span>
      ) : null}
      <p className="font-semibold text-base text-ink">{title}</p>
      {description ? <p className="max-w-md text-balance text-ink-muted">{description}</p> : null}
      {actions ? <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  );
}
