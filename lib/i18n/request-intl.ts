import { cookies, headers } from "next/headers";
import { cache } from "react";
import { createTranslator } from "use-intl/core";
import type { Messages } from "./catalog";
import { compiledMessages } from "./compiled-messages";
import { LOCALE_COOKIE, LOCALE_TAGS, type Locale, negotiateLocale } from "./locales";
import type { Namespace } from "./translator";

/** The language of this request: the reader's choice, else what the browser asks for. */
export const requestLocale = cache(
  async (): Promise<Locale> =>
    negotiateLocale((await cookies()).get(LOCALE_COOKIE)?.value, (await headers()).get("accept-language")),
);

/** A translator for server components; `requestLocale` says which language a request is answered in. */
export const translatorIn = <N extends Namespace>(locale: Locale, namespace: N) =>
  createTranslator<Messages, N>({
    locale: LOCALE_TAGS[locale],
    // Compiled: what the type says of the keys holds, the values are read by the formatter alone.
    messages: compiledMessages(locale) as unknown as Messages,
    namespace,
  });

/** For what is asynchronous on the server: pages, metadata, route handlers. Components use `useTranslations` of `#i18n`. */
export const getTranslations = async <N extends Namespace>(namespace: N) =>
  translatorIn(await requestLocale(), namespace);
