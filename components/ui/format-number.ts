type Shape = "whole" | "short" | "share" | "tenths";

const SHAPES: Record<Shape, Intl.NumberFormatOptions> = {
  whole: { maximumFractionDigits: 0 },
  short: { notation: "compact", maximumFractionDigits: 1 },
  share: { style: "percent", maximumFractionDigits: 1 },
  tenths: { maximumFractionDigits: 1 },
};

const made = new Map<string, Intl.NumberFormat>();

/** Making a formatter costs a hundred times what using it does, and a list formats thousands of numbers. */
function formatter(shape: Shape, locale: string): Intl.NumberFormat {
  const key = `${locale} ${shape}`;
  const known = made.get(key) ?? new Intl.NumberFormat(locale, SHAPES[shape]);
  made.set(key, known);
  return known;
}

/** 1204 → "1,204". Components take it from `useFormats`, which knows the reader's locale. */
export function formatCount(value: number, locale = "en-US"): string {
  return formatter("whole", locale).format(value);
}

/** 12043 → "12K": for places too narrow for the whole number. */
export function formatCompact(value: number, locale = "en-US"): string {
  return formatter("short", locale).format(value);
}

/** A fraction of one: 0.0512 → "5.1%". */
export function formatPercent(fraction: number, locale = "en-US"): string {
  return formatter("share", locale).format(fraction);
}

/** Bytes in decimal units: 1500000 → "1.5 MB". */
export function formatBytes(bytes: number, locale = "en-US"): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  return `${formatter(value >= 100 || power === 0 ? "whole" : "tenths", locale).format(value)} ${units[power]}`;
}

/**
 * A span in milliseconds: 0.42 → "0.4 ms", 2350 → "2.4 s", 93000 → "1 min 33 s", 7260000 → "2 h 1 min". The units are
 * the SI's, which English and Spanish write alike.
 */
export function formatDuration(milliseconds: number, locale = "en-US"): string {
  if (milliseconds < 1000)
    return `${formatter(milliseconds < 10 ? "tenths" : "whole", locale).format(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${formatter("tenths", locale).format(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return joined(`${minutes} min`, Math.floor(seconds % 60), "s");
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return joined(`${hours} h`, minutes % 60, "min");
  return joined(`${Math.floor(hours / 24)} d`, hours % 24, "h");
}

function joined(head: string, rest: number, unit: string): string {
  return rest === 0 ? head : `${head} ${rest} ${unit}`;
}
