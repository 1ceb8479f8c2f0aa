"use client";

import { useCallback } from "react";
import { useLocale, useTranslations } from "#i18n";
import { localeOfTag } from "@/lib/i18n/locales";
import type { Translator } from "@/lib/i18n/translator";
import { recognizeFault } from "./document/fault-patterns";

/** A fault's sentence in the reader's language; English is the parser's own. */
export function useFaultWords(): (fault: { readonly message: string }) => string {
  const t = useTranslations("policies.form.faults");
  const locale = useLocale();
  return useCallback(
    (fault) => (localeOfTag(locale) === "en" ? fault.message : faultWords(fault, t)),
    [locale, t],
  );
}

/** A fault's sentence by what it says; one that is not known stays as it is. */
export function faultWords(
  { message }: { readonly message: string },
  t: Translator<"policies.form.faults">,
): string {
  const known = recognizeFault(message);
  if (known === null) return message;
  // Each message of the group takes what its own pattern captures, which a test holds; the types cannot know it.
  const translate = t as unknown as (key: string, values: Readonly<Record<string, string>>) => string;
  return translate(`${known.code}`, known.values);
}
