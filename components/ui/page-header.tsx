import type { ReactNode } from "react";
import { type Breadcrumb, Breadcrumbs } from "./breadcrumbs";
import { cn } from "./cn";

interface PageHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  breadcrumbs?: readonly Breadcrumb[];
  /** Badges or an id beside the title. */
  meta?: ReactNode;
  actions?: ReactNode;
  className?: string | undefined;
}

/** The page's one h1. */
export function PageHeader({ title, description, breadcrumbs, meta, actions, className }: PageHeaderProps) {
  return (
    <header className={cn("flex flex-col gap-2 pb-4", className)}>
      {breadcrumbs ? <Breadcrumbs items={breadcrumbs} /> : null}
      <div className="flex flex-col gap-1">
        {/* What can be done stands beside the title where there is room, on a phone too. */}
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="min-w-0 break-words font-semibold text-2xl text-ink">{title}</h1>
            {meta}
          </div>
          {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
        </div>
        {description ? <p className="max-w-prose text-ink-muted">{description}</p> : null}
      </div>
    </header>
  );
}

/** The width and margins of every console page. */
export function Page({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return (
    <div className={cn("mx-auto w-full max-w-page px-4 py-5 sm:px-6 lg:px-8", className)}>{children}</div>
  );
}
