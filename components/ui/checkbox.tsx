"use client";

import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";

interface CheckboxProps extends Omit<ComponentProps<typeof Base.Root>, "className" | "children"> {
  className?: string | undefined;
}

/** Stands in a `Field layout="inline"` or carries its own aria-label. */
export function Checkbox({ className, ...rest }: CheckboxProps) {
  return (
    <Base.Root
      {...rest}
      className={cn(
        "tap-target flex size-4 shrink-0 items-center justify-center rounded-sm border border-field bg-surface text-accent-on",
        "transition-colors duration-fast hover:border-ink-faint",
        "data-checked:border-accent data-indeterminate:border-accent data-checked:bg-accent data-indeterminate:bg-accent",
        "data-disabled:cursor-not-allowed data-disabled:opacity-50 data-invalid:border-negative",
        className,
      )}
    >
      <Base.Indicator
        className="flex data-unchecked:hidden"
        render={(props, state) => (
          <span {...props}>
            {state.indeterminate ? (
              <Minus className="size-3" strokeWidth={3} />
            ) : (
              <Check className="size-3" strokeWidth={3} />
            )}
          </span>
        )}
      />
    </Base.Root>
  );
}
