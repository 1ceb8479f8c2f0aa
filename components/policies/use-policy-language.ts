import { useLocale } from "#i18n";
import { localeOfTag } from "@/lib/i18n/locales";
import type { PolicyLanguage } from "@/lib/policy";

/** The language in which a policy is told to this reader. */
export const usePolicyLanguage = (): PolicyLanguage => localeOfTag(useLocale());
