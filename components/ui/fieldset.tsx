"use client";

import { Fieldset as Base } from "@base-ui/react/fieldset";
import type { ReactNode } from "react";
import { cn } from "./cn";

interface FieldsetProps {
  legend: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

/** Names a group of fields that answer one question. */
export function Fieldset({ legend, hint, disabled = false, className, children }: FieldsetProps) {
  return (
    <Base.Root disabled={disabled} className={cn("flex min-w-0 flex-col gap-3", className)}>
      <div className="flex flex-col gap-0.5">
        <Base.Legend className="font-semibold text-base text-ink">{legend}</Base.Legend>
        {hint ? <p className="text-ink-faint text-sm">{hint}</p> : null}
      </div>
      {children}
    </Base.Root>
  );
}
