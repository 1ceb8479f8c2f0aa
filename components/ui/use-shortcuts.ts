"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";
import {
  currentShortcuts,
  registerShortcuts,
  resolvePress,
  type Shortcut,
  subscribeToShortcuts,
} from "./shortcut-registry";

const SEQUENCE_MS = 1000;
const NONE: readonly Shortcut[] = [];

/** Makes keys live while the component is mounted and lists them in keyboard help. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const signature = shortcuts.map((entry) => `${entry.keys}\n${entry.label}\n${entry.group}`).join("\n\n");
  useEffect(() => {
    if (signature === "") return;
    return registerShortcuts(
      latest.current.map((entry, index) => ({ ...entry, run: () => latest.current[index]?.run() })),
    );
  }, [signature]);
}

export function useShortcutList(): readonly Shortcut[] {
  return useSyncExternalStore(subscribeToShortcuts, currentShortcuts, () => NONE);
}

/** True where a single key means a letter, or moves within an open popup; popups and dialogs live in Base UI's portals. */
function keepsItsKeys(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return true;
  return target.closest("[data-base-ui-portal]") !== null;
}

/** Listens for every registered shortcut; stands once in the page. Single keys rest while text is typed or a dialog is open. */
export function useShortcutListener(): void {
  useEffect(() => {
    let pending = "";
    let timer: ReturnType<typeof setTimeout> | undefined;
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing || event.altKey || event.repeat) return;
      const mod = event.metaKey || event.ctrlKey;
      if (!mod && keepsItsKeys(event.target)) return;
      const outcome = resolvePress(currentShortcuts(), pending, { key: event.key, mod });
      clearTimeout(timer);
      pending = "";
      if (outcome.kind === "pending") {
        pending = outcome.keys;
        timer = setTimeout(() => {
          pending = "";
        }, SEQUENCE_MS);
      } else if (outcome.kind === "run") {
        event.preventDefault();
        outcome.shortcut.run();
      }
    }
    document.addEventListener("keydown", onKeyDown);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("keydown", onKeyDown);
    };
  }, []);
}
