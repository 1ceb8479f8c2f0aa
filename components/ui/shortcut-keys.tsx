"use client";

import { useSyncExternalStore } from "react";
import { useTranslations } from "#i18n";
import { Kbd } from "./kbd";

const names: Record<string, string> = {
  Escape: "Esc",
  Enter: "↵",
  ArrowUp: "↑",
  ArrowDown: "↓",
};

function useIsApple(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => false,
  );
}

/** Draws "mod+k" as ⌘ K or Ctrl K, and "g i" as G then I. */
export function ShortcutKeys({ keys }: { keys: string }) {
  const t = useTranslations("ui.keys");
  const mod = useIsApple() ? "⌘" : "Ctrl";
  const drawn: Record<string, string> = { ...names, mod, Space: t("space") };
  const parts = keys.split(/[ +]/).map((part) => drawn[part] ?? part);
  return (
    <span className="inline-flex items-center gap-1">
      {parts.map((part) => (
        <Kbd key={part}>{part.length === 1 ? part.toUpperCase() : part}</Kbd>
      ))}
    </span>
  );
}
