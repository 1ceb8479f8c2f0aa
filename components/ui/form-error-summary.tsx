"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "#i18n";
import { Callout } from "./callout";

export interface FormError {
  /** Id of the control to go to; without it the message stands alone. */
  controlId?: string | undefined;
  message: string;
}

interface FormErrorSummaryProps {
  title?: string;
  errors: readonly FormError[];
}

/** Takes the focus when errors arrive, so that a keyboard or screen reader starts at what is wrong. */
export function FormErrorSummary({ title, errors }: FormErrorSummaryProps) {
  const t = useTranslations("ui");
  const box = useRef<HTMLDivElement>(null);
  const any = errors.length > 0;
  useEffect(() => {
    if (any) box.current?.focus();
  }, [any]);
  if (!any) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className="rounded-lg">
      <Callout tone="negative" title={title ?? t("formErrors")}>
        <ul className="list-disc pl-4">
          {errors.map((error) => (
            <li key={`${error.controlId ?? ""}${error.message}`}>
              {error.controlId ? (
                <a
                  href={`#${error.controlId}`}
                  className="underline underline-offset-2"
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(error.controlId ?? "")?.focus();
                  }}
                >
                  {error.message}
                </a>
              ) : (
                error.message
              )}
            </li>
          ))}
        </ul>
      </Callout>
    </div>
  );
}
