"use client";

import type { ReactNode } from "react";
import { Button, type ButtonProps } from "./button";
import { cn } from "./cn";
import { Tooltip } from "./tooltip";

interface IconButtonProps extends Omit<ButtonProps, "children" | "aria-label" | "iconStart" | "iconEnd"> {
  /** Says what it does; read by screen readers and shown as the tooltip. */
  label: string;
  shortcut?: string | undefined;
  /** Leave the tooltip out where the label stands beside it anyway. */
  tooltip?: boolean;
  children: ReactNode;
}

const square = { sm: "w-7 px-0", md: "w-8 px-0", lg: "w-10 px-0" };

export function IconButton({
  label,
  shortcut,
  tooltip = true,
  size = "md",
  variant = "ghost",
  className,
  loading,
  children,
  ...rest
}: IconButtonProps) {
  const button = (
    <Button
      {...rest}
      variant={variant}
      size={size}
      loading={loading}
      aria-label={label}
      className={cn(square[size ?? "md"], "pointer-coarse:min-w-11", className)}
    >
      {loading ? null : children}
    </Button>
  );
  return tooltip ? (
    <Tooltip content={label} shortcut={shortcut}>
      {button}
    </Tooltip>
  ) : (
    button
  );
}
