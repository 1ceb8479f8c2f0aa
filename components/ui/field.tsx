"use client";

import { Field as Base } from "@base-ui/react/field";
import type { ReactNode } from "react";
import { useTranslations } from "#i18n";
import { cn } from "./cn";
import { FieldFault, fieldStyles } from "./field-words";

interface FieldProps {
  label: ReactNode;
  /** What to enter and why, before anything went wrong. */
  hint?: ReactNode;
  /** What is wrong and what to do; its presence makes the control invalid. */
  error?: ReactNode;
  /** Marks what may be left out; the rest is required. */
  optional?: boolean;
  disabled?: boolean | undefined;
  name?: string | undefined;
  /** `inline` sets a checkbox or switch before its label. */
  layout?: "stacked" | "inline";
  /** Keeps the label for screen readers only, where the place already names it. */
  hideLabel?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

/** Ties label, hint and error to whichever control of this folder stands inside. */
export function Field(props: FieldProps) {
  const t = useTranslations("ui.field");
  const {
    label,
    hint,
    error,
    optional,
    disabled,
    name,
    layout = "stacked",
    hideLabel,
    className,
    children,
  } = props;
  const caption = (
    <>
      <Base.Label
        className={cn(
          fieldStyles.label,
          layout === "inline" && "font-normal text-base",
          hideLabel && "sr-only",
        )}
      >
        {label}
        {optional ? <span className="ml-1.5 font-normal text-ink-faint">{t("optional")}</span> : null}
      </Base.Label>
    </>
  );
  const notes = (
    <>
      {hint ? <Base.Description className={fieldStyles.hint}>{hint}</Base.Description> : null}
      {error ? (
        <Base.Error match className={fieldStyles.error}>
          <FieldFault>{error}</FieldFault>
        </Base.Error>
      ) : null}
    </>
  );
  const root = { ...(name ? { name } : {}), disabled: disabled ?? false, invalid: Boolean(error) };
  if (layout === "inline") {
    return (
      <Base.Root {...root} className={cn("flex items-start gap-2.5", className)}>
        <span className="flex h-5 items-center">{children}</span>
        <span className="flex min-w-0 flex-col gap-0.5">
          {caption}
          {notes}
        </span>
      </Base.Root>
    );
  }
  return (
    <Base.Root {...root} className={cn("flex min-w-0 flex-col gap-1.5", className)}>
      {caption}
      {children}
      {notes}
    </Base.Root>
  );
}
