import { useLocale } from "#i18n";
import { localeOfTag } from "@/lib/i18n/locales";
import type { PolicyLanguage } from "@/lib/policy";

/** The language in which a policy is told to this reader; for server and client components alike. */
export const usePolicyLanguage = (): PolicyLanguage => localeOfTag(useLocale());
