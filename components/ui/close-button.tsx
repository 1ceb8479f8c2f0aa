"use client";

import { X } from "lucide-react";
import { useTranslations } from "#i18n";
import type { ButtonProps } from "./button";
import { IconButton } from "./icon-button";

interface CloseButtonProps extends Omit<ButtonProps, "children" | "aria-label" | "iconStart" | "iconEnd"> {
  label?: string;
}

export function CloseButton({ label, ...rest }: CloseButtonProps) {
  const t = useTranslations("ui");
  return (
    <IconButton {...rest} label={label ?? t("close")} tooltip={false}>
      <X aria-hidden />
    </IconButton>
  );
}
