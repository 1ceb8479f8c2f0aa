import { useLocale, useTranslations } from "#i18n";
import { LOCALE_NAMES, LOCALES, localeOfTag } from "@/lib/i18n/locales";

/** The languages as a form, so that the choice works before, and without, its script. */
export function LanguageForm({ action }: { action: (form: FormData) => Promise<void> }) {
  const t = useTranslations("ui");
  const current = localeOfTag(useLocale());
  return (
    <form action={action} aria-label={t("language")} className="flex flex-wrap gap-1 text-sm">
      {LOCALES.map((locale) => (
        <button
          key={locale}
          type="submit"
          name="locale"
          value={locale}
          lang={locale}
          aria-pressed={locale === current}
          className="tap-target rounded-md px-2 py-1 font-medium text-ink-muted hover:bg-hover hover:text-ink aria-pressed:bg-pressed aria-pressed:text-ink"
        >
          {LOCALE_NAMES[locale]}
        </button>
      ))}
    </form>
  );
}
