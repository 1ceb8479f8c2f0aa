"use client";

import { type ReactNode, useCallback } from "react";
import { useLocale, useTranslations } from "#i18n";
import { ErrorWordsContext } from "@/components/ui/error-words";
import { errorWords } from "@/lib/client/error-words";

/** Lets every component say what an error of the API means in the reader's language. */
export function ErrorWordsProvider({ children }: { children: ReactNode }) {
  const t = useTranslations("errors");
  const locale = useLocale();
  const words = useCallback((error: unknown) => errorWords(error, t, locale), [t, locale]);
  return <ErrorWordsContext value={words}>{children}</ErrorWordsContext>;
}
