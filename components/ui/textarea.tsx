"use client";

import { Field } from "@base-ui/react/field";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlStyles, textareaStyles } from "./control-styles";

interface TextareaProps extends ComponentProps<"textarea"> {
  invalid?: boolean | undefined;
  mono?: boolean | undefined;
}

/** Grows with its text up to the limit its class sets (`max-h-…`). */
export function Textarea({ invalid, mono, className, rows = 3, ...rest }: TextareaProps) {
  return (
    <Field.Control
      render={
        <textarea
          {...rest}
          rows={rows}
          {...(invalid ? { "aria-invalid": true } : {})}
          className={cn(controlStyles(), textareaStyles, mono && "font-mono text-sm", className)}
        />
      }
    />
  );
}
