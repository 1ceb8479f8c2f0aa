import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonVariants, buttonVariants } from "./button-variants";
import { cn } from "./cn";

interface LinkButtonProps extends ComponentProps<typeof Link> {
  variant?: ButtonVariants["variant"];
  size?: ButtonVariants["size"];
  block?: boolean | undefined;
  iconStart?: ReactNode;
  iconEnd?: ReactNode;
}

/** A link that looks like a button: for going somewhere, never for doing something. */
export function LinkButton({
  variant,
  size,
  block,
  iconStart,
  iconEnd,
  className,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <Link {...rest} className={cn(buttonVariants({ variant, size, block }), className)}>
      {iconStart}
      {children}
      {iconEnd}
    </Link>
  );
}
