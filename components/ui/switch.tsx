"use client";

import { Switch as Base } from "@base-ui/react/switch";
import type { ComponentProps } from "react";
import { cn } from "./cn";

interface SwitchProps extends Omit<ComponentProps<typeof Base.Root>, "className" | "children"> {
  className?: string | undefined;
}

/** For a setting that takes effect at once; a choice that waits for Save is a checkbox. */
export function Switch({ className, ...rest }: SwitchProps) {
  return (
    <Base.Root
      {...rest}
      className={cn(
        "tap-target flex h-[1.125rem] w-8 shrink-0 items-center rounded-full border border-field bg-sunken p-px",
        "transition-colors duration-base data-checked:border-accent data-checked:bg-accent",
        "data-disabled:cursor-not-allowed data-disabled:opacity-50",
        className,
      )}
    >
      <Base.Thumb
        className={cn(
          "block size-3.5 rounded-full bg-ink-faint shadow-control transition-transform duration-base ease-enter",
          "data-checked:translate-x-[0.875rem] data-checked:bg-accent-on",
        )}
      />
    </Base.Root>
  );
}
