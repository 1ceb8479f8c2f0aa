import { useLocale } from "#i18n";
import { formatBytes, formatCompact, formatCount, formatDuration, formatPercent } from "./format-number";

/** Number formats of one locale, to be handed to plain functions that make sentences. */
export const formatsIn = (locale: string) => ({
  count: (value: number) => formatCount(value, locale),
  compact: (value: number) => formatCompact(value, locale),
  percent: (fraction: number) => formatPercent(fraction, locale),
  bytes: (bytes: number) => formatBytes(bytes, locale),
  duration: (milliseconds: number) => formatDuration(milliseconds, locale),
});

export type Formats = ReturnType<typeof formatsIn>;

/** Numbers as the reader writes them; for server and client components alike. */
export const useFormats = (): Formats => formatsIn(useLocale());
