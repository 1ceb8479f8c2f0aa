import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A link within running text or a table cell. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...rest}
      className={cn(
        "rounded-xs font-medium text-accent-ink underline decoration-accent-line underline-offset-[3px]",
        "transition-colors duration-fast hover:decoration-current",
        className,
      )}
    />
  );
}
