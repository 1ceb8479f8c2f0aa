"use client";

import { Input as Base } from "@base-ui/react/input";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { controlStyles } from "./control-styles";

interface InputProps extends Omit<ComponentProps<typeof Base>, "size" | "className" | "prefix"> {
  size?: "sm" | "md" | "lg";
  invalid?: boolean | undefined;
  /** Identifiers, codes, addresses: fixed-width digits and letters. */
  mono?: boolean | undefined;
  /** Stands before the text, out of the tab order: a search glass, a currency sign. */
  iconStart?: ReactNode;
  /** Stands after the text: a unit, a key hint, a button. */
  end?: ReactNode;
  className?: string | undefined;
}

export function Input({ size, invalid, mono, iconStart, end, className, ...rest }: InputProps) {
  const control = (
    <Base
      {...rest}
      {...(invalid ? { "aria-invalid": true } : {})}
      className={cn(
        controlStyles({ size }),
        mono && "font-mono text-sm",
        iconStart && "pl-8",
        end && "pr-12",
        !iconStart && !end && className,
      )}
    />
  );
  if (!iconStart && !end) return control;
  return (
    <span className={cn("relative flex w-full items-center", className)}>
      {iconStart ? (
        <span className="pointer-events-none absolute left-2.5 text-ink-faint [&_svg]:size-4">
          {iconStart}
        </span>
      ) : null}
      {control}
      {end ? (
        <span className="absolute right-2 flex items-center gap-1 text-ink-faint text-sm">{end}</span>
      ) : null}
    </span>
  );
}
