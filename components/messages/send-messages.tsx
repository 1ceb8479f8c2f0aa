import type { ReactNode } from "react";
import type { Area } from "@/lib/i18n/catalog";
import { type CompiledTree, compiledMessages } from "@/lib/i18n/compiled-messages";
import { requestLocale } from "@/lib/i18n/request-intl";
import { MessagesProvider } from "./messages-provider";

interface SendMessagesProps {
  /** What the client components below need beside what layouts above have sent. Server components need nothing sent. */
  areas: readonly Area[];
  /** Of the inbox, the words for what is asked alone: requests are named outside of it too. */
  requestWords?: boolean;
  children: ReactNode;
}

/** Sends a page the texts of the areas it shows, in the reader's language, and no others. */
export async function SendMessages({ areas, requestWords = false, children }: SendMessagesProps) {
  const locale = await requestLocale();
  const all = compiledMessages(locale);
  const messages: Record<string, CompiledTree> = Object.fromEntries(areas.map((area) => [area, all[area]]));
  const { words } = all.inbox;
  if (requestWords && words !== undefined) messages.inbox = { words };
  return (
    <MessagesProvider locale={locale} messages={messages}>
      {children}
    </MessagesProvider>
  );
}
