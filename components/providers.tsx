"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { QueryClientProvider } from "@tanstack/react-query";
import { ThemeProvider } from "next-themes";
import type { ReactNode } from "react";
import { ErrorWordsProvider } from "./messages/error-words-provider";
import { getQueryClient } from "./query-client";
import { Toasts } from "./ui/toasts";
// What every page shows, and every screen that stands in for one. The root's code is there once for all of them; without
// it each of these screens, all of which come with a first visit, brings a copy of its own.
import "./shell/error-screen";
import "./ui/link-button";

interface ProvidersProps {
  /** Of this response's content security policy; signs the theme script and Base UI's style elements. */
  nonce?: string | undefined;
  children: ReactNode;
}

export function Providers({ nonce, children }: ProvidersProps) {
  return (
    <CSPProvider {...(nonce ? { nonce } : {})}>
      <ThemeProvider
        attribute="class"
        defaultTheme="system"
        enableSystem
        disableTransitionOnChange
        {...(nonce ? { nonce } : {})}
      >
        <QueryClientProvider client={getQueryClient()}>
          <ErrorWordsProvider>
            {children}
            <Toasts />
          </ErrorWordsProvider>
        </QueryClientProvider>
      </ThemeProvider>
    </CSPProvider>
  );
}
