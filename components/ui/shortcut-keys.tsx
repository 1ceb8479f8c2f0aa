"use client";

import { useSyncExternalStore } from "react";
import { Kbd } from "./kbd";

const names: Record<string, string> = {
  Escape: "Esc",
  Enter: "↵",
  ArrowUp: "↑",
  ArrowDown: "↓",
  " ": "Space",
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
  const apple = useIsApple();
  const parts = keys
    .split(/[ +]/)
    .map((part) => (part === "mod" ? (apple ? "⌘" : "Ctrl") : (names[part] ?? part)));
  return (
    <span className="inline-flex items-center gap-1">
      {parts.map((part) => (
        <Kbd key={part}>{part.length === 1 ? part.toUpperCase() : part}</Kbd>
      ))}
    </span>
  );
}
