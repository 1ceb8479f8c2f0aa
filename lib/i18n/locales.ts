/** The languages of the console, the default first. */
export const LOCALES = ["en", "es"] as const;
export type Locale = (typeof LOCALES)[number];

/** Remembers the reader's own choice; without it the browser's Accept-Language decides. */
export const LOCALE_COOKIE = "kynara_locale";

/**
 * What `Intl` and the messages are formatted with. Spanish is written as in the United States and Mexico (1,204.5),
 * so that a figure reads the same in both languages.
 */
export const LOCALE_TAGS = { en: "en-US", es: "es-US" } as const satisfies Record<Locale, string>;
export type LocaleTag = (typeof LOCALE_TAGS)[Locale];

/** Each language in its own words: who looks for theirs cannot read the other. */
export const LOCALE_NAMES: Record<Locale, string> = { en: "English", es: "Español" };

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** "es-US" → "es". */
export function localeOfTag(tag: string): Locale {
  const [language] = tag.toLowerCase().split("-");
  return isLocale(language) ? language : LOCALES[0];
}

/** The chosen language, else the first of Accept-Language (RFC 9110 §12.5.4, by weight) that is spoken here, else English. */
export function negotiateLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(chosen)) return chosen;
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [range = "", ...parameters] = part.trim().split(";");
      const weight = parameters
        .find((parameter) => parameter.trim().startsWith("q="))
        ?.trim()
        .slice(2);
      return {
        language: range.toLowerCase().split("-")[0],
        weight: weight === undefined ? 1 : Number(weight),
      };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  return wanted.map(({ language }) => language).find(isLocale) ?? LOCALES[0];
}
