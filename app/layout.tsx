import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { SendMessages } from "@/components/messages/send-messages";
import { Providers } from "@/components/providers";
import { getTranslations, requestLocale } from "@/lib/i18n/request-intl";
import { mono, sans, sansExtended } from "./fonts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("landing");
  return {
    title: { default: "Kynara", template: "%s · Kynara" },
    description: t("description"),
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f8f7f4" },
    { media: "(prefers-color-scheme: dark)", color: "#121211" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    // The theme's class is set before React starts, so the html element alone may differ from the server's.
    <html
      lang={await requestLocale()}
      suppressHydrationWarning
      className={`${sans.variable} ${sansExtended.variable} ${mono.variable}`}
    >
      <body>
        <div id="root">
          <SendMessages areas={["ui", "errors", "error-screen"]}>
            <Providers nonce={nonce}>{children}</Providers>
          </SendMessages>
        </div>
      </body>
    </html>
  );
}
