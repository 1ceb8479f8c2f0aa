"use client";

import { useTranslations } from "#i18n";

interface SampleChipsProps<Value extends string | number | boolean> {
  values: readonly Value[];
  onTake: (value: Value) => void;
}

/** Values that were seen, each taken by a click. */
export function SampleChips<Value extends string | number | boolean>({
  values,
  onTake,
}: SampleChipsProps<Value>) {
  const t = useTranslations("policies.builder.seen");
  if (values.length === 0) return null;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1 text-xs">
      <span className="text-ink-faint">{t("label")}</span>
      {values.map((value) => (
        <button
          key={String(value)}
          type="button"
          aria-label={t("take", { value: String(value) })}
          onClick={() => onTake(value)}
          className="tap-target min-h-6 max-w-48 truncate rounded-sm border border-line bg-sunken px-1.5 py-0.5 font-mono text-ink-muted hover:border-line-strong hover:text-ink"
        >
          {String(value)}
        </button>
      ))}
    </div>
  );
}
