"use client";

import { useCallback } from "react";
import { useLocale } from "#i18n";
import { localeOfTag } from "@/lib/i18n/locales";
import { type Operator, operatorText } from "@/lib/policy";

/** What an operator is called and does, in the words in which a policy is told. */
export function useOperatorText(): (op: Operator) => ReturnType<typeof operatorText> {
  const language = localeOfTag(useLocale());
  return useCallback((op) => operatorText(op, language), [language]);
}
