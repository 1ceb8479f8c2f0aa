"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./cn";
import { controlStyles, textareaStyles } from "./control-styles";
import { FieldFault, fieldStyles } from "./field-words";

interface NoteFieldProps
  extends Omit<ComponentProps<"textarea">, "id" | "aria-describedby" | "aria-invalid"> {
  label: ReactNode;
  /** What to write and who reads it. */
  hint?: ReactNode;
  /** What is wrong and what to do. */
  error?: ReactNode;
  className?: string;
}

/**
 * A labelled text of a few lines: what Field and Textarea are together, tied by the browser's own means. For pages that
 * are to be light and ask for nothing but words.
 */
export function NoteField({ label, hint, error, className, rows = 2, ...rest }: NoteFieldProps) {
  const id = useId();
  const notes = [...(hint ? [`${id}-hint`] : []), ...(error ? [`${id}-error`] : [])].join(" ");
  return (
    <div className={cn("flex min-w-0 flex-col gap-1.5", className)}>
      <label htmlFor={id} className={fieldStyles.label}>
        {label}
      </label>
      <textarea
        {...rest}
        id={id}
        rows={rows}
        {...(notes === "" ? {} : { "aria-describedby": notes })}
        {...(error ? { "aria-invalid": true } : {})}
        className={cn(controlStyles(), textareaStyles)}
      />
      {hint ? (
        <p id={`${id}-hint`} className={fieldStyles.hint}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className={fieldStyles.error}>
          <FieldFault>{error}</FieldFault>
        </p>
      ) : null}
    </div>
  );
}
