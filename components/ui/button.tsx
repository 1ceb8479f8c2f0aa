import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { type ButtonVariants, buttonVariants } from "./button-variants";
import { cn } from "./cn";
import { Spinner } from "./spinner";

export interface ButtonProps extends ComponentProps<"button"> {
  variant?: ButtonVariants["variant"];
  size?: ButtonVariants["size"];
  /** Fills the width of its container. */
  block?: boolean | undefined;
  /** Shows progress and ignores presses, but keeps the focus where it is. */
  loading?: boolean | undefined;
  iconStart?: ReactNode;
  iconEnd?: ReactNode;
}

function refusePress(event: MouseEvent) {
  event.preventDefault();
  event.stopPropagation();
}

export function Button({
  variant,
  size,
  block,
  loading = false,
  iconStart,
  iconEnd,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      {...(loading
        ? { "aria-disabled": true, "aria-busy": true, onClick: refusePress }
        : onClick
          ? { onClick }
          : {})}
      className={cn(buttonVariants({ variant, size, block }), className)}
    >
      {loading ? <Spinner /> : iconStart}
      {children}
      {iconEnd}
    </button>
  );
}
