import type { ReactNode } from "react";
import type { Area } from "@/lib/i18n/catalog";
import { compiledMessages } from "@/lib/i18n/compiled-messages";
import { requestLocale } from "@/lib/i18n/request-intl";
import { MessagesProvider } from "./messages-provider";

interface SendMessagesProps {
  /** What the client components below need beside what layouts above have sent. Server components need nothing sent. */
  areas: readonly Area[];
  children: ReactNode;
}

/** Sends a page the texts of the areas it shows, in the reader's language, and no others. */
export async function SendMessages({ areas, children }: SendMessagesProps) {
  const locale = await requestLocale();
  const all = compiledMessages(locale);
  const messages = Object.fromEntries(areas.map((area) => [area, all[area]]));
  return (
    <MessagesProvider locale={locale} messages={messages}>
      {children}
    </MessagesProvider>
  );
}
