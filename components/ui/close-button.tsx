"use client";

import { X } from "lucide-react";
import type { ButtonProps } from "./button";
import { IconButton } from "./icon-button";

interface CloseButtonProps extends Omit<ButtonProps, "children" | "aria-label" | "iconStart" | "iconEnd"> {
  label?: string;
}

export function CloseButton({ label = "Close", ...rest }: CloseButtonProps) {
  return (
    <IconButton {...rest} label={label} tooltip={false}>
      <X aria-hidden />
    </IconButton>
  );
}
