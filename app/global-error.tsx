"use client";

import { ErrorScreen } from "@/components/shell/error-screen";
import { mono, sans, sansExtended } from "./fonts";
import "./globals.css";

/** Stands in for the root layout, so it brings its own document and follows the device's theme. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const dark = typeof window !== "undefined" && window.matchMedia("(prefers-color-scheme: dark)").matches;
  return (
    <html
      lang="en"
      className={`${sans.variable} ${sansExtended.variable} ${mono.variable} ${dark ? "dark" : ""}`}
    >
      <body>
        <title>Failed to load · Kynara</title>
        <ErrorScreen error={error} retry={retry} whole />
      </body>
    </html>
  );
}
