"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { IntlProvider } from "use-intl/react";
import type { Messages } from "@/lib/i18n/catalog";
import type { CompiledTree } from "@/lib/i18n/compiled-messages";
import { LOCALE_TAGS, type Locale } from "@/lib/i18n/locales";

const Sent = createContext<Record<string, CompiledTree>>({});

interface MessagesProviderProps {
  locale: Locale;
  /** Compiled, by area; they join those of the providers above. */
  messages: Record<string, CompiledTree>;
  children: ReactNode;
}

/** Hands the client components beneath it the texts of some areas. */
export function MessagesProvider({ locale, messages, children }: MessagesProviderProps) {
  const above = useContext(Sent);
  const all = useMemo(() => ({ ...above, ...messages }), [above, messages]);
  return (
    <Sent value={all}>
      {/* Instants are written in UTC by the server and in the reader's zone by components/ui/time.tsx. */}
      <IntlProvider locale={LOCALE_TAGS[locale]} messages={all as unknown as Messages} timeZone="UTC">
        {children}
      </IntlProvider>
    </Sent>
  );
}
