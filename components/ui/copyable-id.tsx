"use client";

import { useTranslations } from "#i18n";
import { cn } from "./cn";
import { CopyButton } from "./copy-button";

interface CopyableIdProps {
  id: string;
  /** What it names: "decision id". */
  noun?: string;
  /** The whole of "Copy decision id", in place of `noun`. */
  copyLabel?: string;
  /** Keeps the first and last characters of a long id or hash; the full one is copied and in the tooltip. */
  shorten?: boolean;
  className?: string | undefined;
}

function shortened(id: string): string {
  return id.length > 20 ? `${id.slice(0, 10)}…${id.slice(-6)}` : id;
}

export function CopyableId({ id, noun, copyLabel, shorten = false, className }: CopyableIdProps) {
  const t = useTranslations("ui.copy");
  return (
    <span className={cn("inline-flex max-w-full items-center gap-0.5 align-middle", className)}>
      <code title={id} className="min-w-0 truncate font-mono text-ink-muted text-xs">
        {shorten ? shortened(id) : id}
      </code>
      <CopyButton
        text={id}
        label={copyLabel ?? t("named", { noun: noun ?? t("noun") })}
        // The target is larger than the line that it stands in, which keeps its height.
        className="-my-0.5 size-6 shrink-0 pointer-coarse:-my-3 [&_svg]:size-3.5"
      />
    </span>
  );
}
