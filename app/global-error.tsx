"use client";

import { MessagesProvider } from "@/components/messages/messages-provider";
import { ErrorScreen } from "@/components/shell/error-screen";
import en from "@/messages/en/error-screen.json";
import es from "@/messages/es/error-screen.json";
import { mono, sans, sansExtended } from "./fonts";
import "./globals.css";

/** Stands in for the root layout, so it brings its own document and follows the device's theme. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const dark = typeof window !== "undefined" && window.matchMedia("(prefers-color-scheme: dark)").matches;
  const locale = typeof navigator !== "undefined" && document.documentElement.lang === "es" ? "es" : "en";
  // The provider of the root layout is gone with it. These texts have no arguments, so they need no compiling.
  const texts = { en, es }[locale];
  return (
    <html
      lang={locale}
      className={`${sans.variable} ${sansExtended.variable} ${mono.variable} ${dark ? "dark" : ""}`}
    >
      <body>
        <title>{`${texts.documentTitle} · Kynara`}</title>
        <MessagesProvider locale={locale} messages={{ "error-screen": texts, ui: { copy: texts.copy } }}>
          <ErrorScreen error={error} retry={retry} whole />
        </MessagesProvider>
      </body>
    </html>
  );
}
