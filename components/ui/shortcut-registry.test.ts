import { describe, expect, it, vi } from "vitest";
import {
  currentShortcuts,
  registerShortcuts,
  resolvePress,
  type Shortcut,
  subscribeToShortcuts,
} from "./shortcut-registry";

const shortcut = (keys: string): Shortcut => ({ keys, label: keys, group: "Test", run: () => undefined });

describe("resolvePress", () => {
  const shortcuts = [shortcut("j"), shortcut("g i"), shortcut("mod+k"), shortcut("?")];

  it("runs a single key and a chord", () => {
    expect(resolvePress(shortcuts, "", { key: "j", mod: false })).toMatchObject({ kind: "run" });
    expect(resolvePress(shortcuts, "", { key: "K", mod: true })).toMatchObject({ kind: "run" });
  });

  it("does not take a chord for its letter", () => {
    expect(resolvePress(shortcuts, "", { key: "j", mod: true })).toEqual({ kind: "none" });
    expect(resolvePress(shortcuts, "", { key: "k", mod: false })).toEqual({ kind: "none" });
  });

  it("waits within a sequence and runs its end", () => {
    expect(resolvePress(shortcuts, "", { key: "g", mod: false })).toEqual({ kind: "pending", keys: "g" });
    expect(resolvePress(shortcuts, "g", { key: "i", mod: false })).toMatchObject({
      shortcut: { keys: "g i" },
    });
  });

  it("lets a key that ends no sequence stand for itself", () => {
    expect(resolvePress(shortcuts, "g", { key: "j", mod: false })).toMatchObject({ shortcut: { keys: "j" } });
  });

  it("prefers the one registered last", () => {
    const later = shortcut("j");
    expect(resolvePress([...shortcuts, later], "", { key: "j", mod: false })).toEqual({
      kind: "run",
      shortcut: later,
    });
  });
});

describe("registerShortcuts", () => {
  it("lists them until they are taken back, and tells listeners both times", () => {
    const listener = vi.fn();
    const unsubscribe = subscribeToShortcuts(listener);
    const unregister = registerShortcuts([shortcut("x")]);
    expect(currentShortcuts().map((entry) => entry.keys)).toEqual(["x"]);
    unregister();
    expect(currentShortcuts()).toEqual([]);
    expect(listener).toHaveBeenCalledTimes(2);
    unsubscribe();
  });
});
