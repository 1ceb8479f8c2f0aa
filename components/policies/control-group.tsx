"use client";

import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/cn";

interface ControlGroupProps {
  /** Names the group for screen readers; each control in it carries a name of its own. */
  label: string;
  /** Shown above where the place alone does not say it. */
  title?: string | undefined;
  error: string | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** One or more controls that answer one question, with the fault below. A Field would give them all the same name. */
export function ControlGroup({ label, title, error, className, children }: ControlGroupProps) {
  const errorId = useId();
  return (
    <fieldset
      aria-label={label}
      aria-describedby={error === undefined ? undefined : errorId}
      className={cn("flex min-w-0 flex-col gap-1.5", className)}
    >
      {title === undefined ? null : (
        <span aria-hidden className="font-medium text-sm">
          {title}
        </span>
      )}
      {children}
      {error === undefined ? null : (
        <p id={errorId} className="flex items-start gap-1.5 font-medium text-negative-ink text-sm">
          <CircleAlert aria-hidden className="mt-px size-4 shrink-0" />
          <span>{error}</span>
        </p>
      )}
    </fieldset>
  );
}
