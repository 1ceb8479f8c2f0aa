"use client";

import { useTransition } from "react";
import { useLocale, useTranslations } from "#i18n";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { LOCALE_NAMES, LOCALES, type Locale, localeOfTag } from "@/lib/i18n/locales";

interface LanguageChoiceProps {
  /** Remembers the choice; the page is then rendered anew. */
  onChoose: (locale: Locale) => Promise<void>;
}

/** The languages of the console, each in its own words. */
export function LanguageChoice({ onChoose }: LanguageChoiceProps) {
  const t = useTranslations("ui");
  const [, start] = useTransition();
  return (
    <SegmentedControl
      aria-label={t("language")}
      size="sm"
      segments={LOCALES.map((locale) => ({
        value: locale,
        label: <span lang={locale}>{LOCALE_NAMES[locale]}</span>,
      }))}
      value={localeOfTag(useLocale())}
      onValueChange={(locale) => start(() => onChoose(locale))}
    />
  );
}
