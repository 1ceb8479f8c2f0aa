import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";

export function Card({ className, ...rest }: ComponentProps<"section">) {
  return (
    <section
      {...rest}
      className={cn("min-w-0 overflow-clip rounded-lg border border-line bg-surface shadow-card", className)}
    />
  );
}

interface CardHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** Heading level in the page's outline. */
  level?: 2 | 3 | 4;
  id?: string;
  className?: string | undefined;
}

export function CardHeader({ title, description, actions, level = 2, id, className }: CardHeaderProps) {
  const Heading = `h${level}` as const;
  return (
    <header
      className={cn(
        "flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-line border-b px-4 py-3",
        className,
      )}
    >
      <div className="flex min-w-0 flex-col gap-0.5">
        <Heading id={id} className="font-semibold text-base text-ink">
          {title}
        </Heading>
        {description ? <p className="max-w-prose text-ink-muted text-sm">{description}</p> : null}
      </div>
      {actions ? <div className="flex shrink-0 items-center gap-2">{actions}</div> : null}
    </header>
  );
}

export function CardBody({ className, ...rest }: ComponentProps<"div">) {
  return <div {...rest} className={cn("p-4", className)} />;
}

export function CardFooter({ className, ...rest }: ComponentProps<"footer">) {
  return (
    <footer
      {...rest}
      className={cn(
        "flex flex-wrap items-center justify-end gap-2 border-line border-t bg-sunken/60 px-4 py-3",
        className,
      )}
    />
  );
}
