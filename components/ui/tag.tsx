"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "#i18n";
import { cn } from "./cn";

interface TagProps {
  /** Present: the tag can be taken away. */
  onRemove?: (() => void) | undefined;
  /** Names what goes, for screen readers: "Remove filter agent = Scribe". */
  removeLabel?: string;
  icon?: ReactNode;
  mono?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

/** A value that was chosen: a filter, a role, a list entry. */
export function Tag({ onRemove, removeLabel, icon, mono, className, children }: TagProps) {
  const t = useTranslations("ui.tag");
  return (
    <span
      className={cn(
        "inline-flex h-6 max-w-full items-center gap-1 rounded-md border border-line-strong bg-surface pl-2 text-ink text-sm [&_svg]:size-3.5 [&_svg]:shrink-0",
        onRemove ? "pr-0.5" : "pr-2",
        className,
      )}
    >
      {icon}
      <span className={cn("truncate", mono && "font-mono text-xs")}>{children}</span>
      {onRemove ? (
        <button
          type="button"
          onClick={onRemove}
          aria-label={removeLabel ?? t("remove")}
          className="tap-target flex size-5 shrink-0 items-center justify-center rounded-sm text-ink-faint transition-colors hover:bg-hover hover:text-ink"
        >
          <X aria-hidden />
        </button>
      ) : null}
    </span>
  );
}
