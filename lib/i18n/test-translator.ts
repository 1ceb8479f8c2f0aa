import { createTranslator } from "use-intl/core";
import { catalog, type Messages } from "./catalog";
import { LOCALE_TAGS, type Locale } from "./locales";
import type { Namespace } from "./translator";

/** A translator for the tests of plain functions that take one; a missing key or argument throws. */
export const testTranslator = <N extends Namespace>(namespace: N, locale: Locale = "en") =>
  createTranslator<Messages, N>({
    locale: LOCALE_TAGS[locale],
    messages: catalog[locale],
    namespace,
    onError: (error) => {
      throw error;
    },
  });
