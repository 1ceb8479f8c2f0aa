import { use } from "react";
import { LOCALE_TAGS, type LocaleTag } from "./locales";
import { requestLocale, translatorIn } from "./request-intl";
import type { Namespace } from "./translator";

/** What `#i18n` gives a component that is rendered on the server only; the browser's half is client-translations.ts. */
export const useTranslations = <N extends Namespace>(namespace: N) =>
  translatorIn(use(requestLocale()), namespace);

export const useLocale = (): LocaleTag => LOCALE_TAGS[use(requestLocale())];
