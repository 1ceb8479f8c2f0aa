import { type RenderOptions, render } from "@testing-library/react";
import type { ReactElement, ReactNode } from "react";
import { IntlProvider } from "use-intl/react";
import { catalog } from "@/lib/i18n/catalog";
import { LOCALE_TAGS, type Locale } from "@/lib/i18n/locales";

/** Renders for a test with every text at hand; a missing key or argument fails the test. */
export function renderWithMessages(
  ui: ReactElement,
  { locale = "en", ...options }: Omit<RenderOptions, "wrapper"> & { locale?: Locale } = {},
) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <IntlProvider
      locale={LOCALE_TAGS[locale]}
      messages={catalog[locale]}
      timeZone="UTC"
      onError={(error) => {
        throw error;
      }}
    >
      {children}
    </IntlProvider>
  );
  return render(ui, { ...options, wrapper });
}
