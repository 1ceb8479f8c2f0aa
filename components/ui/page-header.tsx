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
  /** On a phone several actions stand below the description rather than between it and the title. */
  actionsOnPhone?: "beside" | "below";
  className?: string | undefined;
}

/** The page's one h1. */
export function PageHeader(props: PageHeaderProps) {
  const { title, description, breadcrumbs, meta, actions, actionsOnPhone = "beside", className } = props;
  return (
    <header className={cn("flex flex-col gap-2 pb-4", className)}>
      {breadcrumbs ? <Breadcrumbs items={breadcrumbs} /> : null}
      {/* What can be done stands beside the title where there is room, on a phone too. */}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 break-words font-semibold text-2xl text-ink">{title}</h1>
          {meta}
        </div>
        {actions ? (
          <div
            className={cn(
              "flex flex-wrap items-center gap-2",
              actionsOnPhone === "below" && "order-last basis-full pt-2 sm:order-none sm:basis-auto sm:pt-0",
            )}
          >
            {actions}
          </div>
        ) : null}
        {description ? (
          <p className="basis-full text-pretty text-ink-muted">
            <span className="inline-block max-w-[80ch]">{description}</span>
          </p>
        ) : null}
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
