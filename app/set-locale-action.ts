"use server";

import { cookies } from "next/headers";
import { isLocale, LOCALE_COOKIE, type Locale } from "@/lib/i18n/locales";

const A_YEAR_IN_SECONDS = 365 * 24 * 3600;

/** Remembers the language that was chosen, in this browser; the page is rendered anew because the cookie was set here. */
export async function setLocaleAction(chosen: FormData | Locale): Promise<void> {
  const locale = chosen instanceof FormData ? chosen.get("locale") : chosen;
  if (!isLocale(locale)) return;
  (await cookies()).set(LOCALE_COOKIE, locale, {
    path: "/",
    maxAge: A_YEAR_IN_SECONDS,
    sameSite: "lax",
    httpOnly: true,
  });
}
