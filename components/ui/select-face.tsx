import type { ReactNode } from "react";
import { useTranslations } from "#i18n";
import { cn } from "./cn";
import { controlStyles } from "./control-styles";

export interface SelectOption<Value extends string = string> {
  value: Value;
  label: string;
  description?: string;
  icon?: ReactNode;
  disabled?: boolean;
  /** Options that follow one another under the same heading stand together. */
  group?: string;
}

type Size = "sm" | "md" | "lg" | undefined;

export const selectStyles = ({ size }: { size: Size }) =>
  cn(controlStyles({ size }), "flex items-center gap-2 text-left data-popup-open:border-focus");

interface SelectFaceProps {
  /** The one that is chosen. */
  option: SelectOption | undefined;
  placeholder: string | undefined;
}

/** What a select shows while it is closed. */
export function SelectFace({ option, placeholder }: SelectFaceProps) {
  const t = useTranslations("ui.select");
  return (
    <span className={cn("flex min-w-0 flex-1 items-center gap-2", !option && "text-ink-faint")}>
      {option?.icon}
      <span className="truncate">{option?.label ?? placeholder ?? t("placeholder")}</span>
    </span>
  );
}
