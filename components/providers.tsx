"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { QueryClientProvider } from "@tanstack/react-query";
import { ThemeProvider } from "next-themes";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { ErrorWordsProvider } from "./messages/error-words-provider";
import { getQueryClient } from "./query-client";
import { Toasts } from "./ui/toasts";

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
          <NuqsAdapter>
            <ErrorWordsProvider>
              {children}
              <Toasts />
            </ErrorWordsProvider>
          </NuqsAdapter>
        </QueryClientProvider>
      </ThemeProvider>
    </CSPProvider>
  );
}
