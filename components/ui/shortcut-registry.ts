export interface Shortcut {
  /** A key ("j", "?", "Escape"), a sequence ("g i") or a chord ("mod+k": ⌘ on Apple, Ctrl elsewhere). */
  keys: string;
  /** What it does, as keyboard help words it. */
  label: string;
  /** The heading under which keyboard help lists it. */
  group: string;
  run: () => void;
}

const registered = new Set<readonly Shortcut[]>();
const listeners = new Set<() => void>();
let snapshot: readonly Shortcut[] = [];

function publish() {
  snapshot = [...registered].flat();
  for (const listener of listeners) listener();
}

/** Makes the shortcuts live until the returned function is called. */
export function registerShortcuts(shortcuts: readonly Shortcut[]): () => void {
  registered.add(shortcuts);
  publish();
  return () => {
    registered.delete(shortcuts);
    publish();
  };
}

export function currentShortcuts(): readonly Shortcut[] {
  return snapshot;
}

export function subscribeToShortcuts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export interface KeyPress {
  key: string;
  mod: boolean;
}

/** What a press means after the keys pressed just before it: a shortcut to run, a sequence begun, or nothing. */
export function resolvePress(
  shortcuts: readonly Shortcut[],
  pending: string,
  press: KeyPress,
): { kind: "run"; shortcut: Shortcut } | { kind: "pending"; keys: string } | { kind: "none" } {
  const name = press.mod ? `mod+${press.key.toLowerCase()}` : press.key;
  const candidates = pending === "" ? [name] : [`${pending} ${name}`, name];
  for (const keys of candidates) {
    // The one registered last wins: a page may take over a key from the shell.
    const shortcut = shortcuts.findLast((entry) => entry.keys === keys);
    if (shortcut) return { kind: "run", shortcut };
    if (shortcuts.some((entry) => entry.keys.startsWith(`${keys} `))) return { kind: "pending", keys };
  }
  return { kind: "none" };
}
