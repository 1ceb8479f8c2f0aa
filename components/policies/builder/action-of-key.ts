import type { KeyboardEvent } from "react";
import type { NodeAction } from "./node-place";

const TEXT_FIELD = "input, textarea, select, [contenteditable]";

/** True where letters, Delete and the clipboard belong to a text. */
export function isInText(target: EventTarget): boolean {
  return target instanceof Element && target.matches(TEXT_FIELD);
}

const keys = (...names: string[]) => names.join(" ");

/** Keys of a node, as the menu shows them. */
export const NODE_KEYS: Readonly<Partial<Record<NodeAction, string>>> = {
  moveUp: keys("Alt", "↑"),
  moveDown: keys("Alt", "↓"),
  moveIn: keys("Alt", "Shift", "→"),
  moveOut: keys("Alt", "Shift", "←"),
  duplicate: keys("Alt", "Shift", "D"),
  remove: keys("Alt", "Shift", "⌫"),
};

/** What a key asks of the node in which it was pressed; null for a key that is none of ours. */
export function actionOfKey(event: KeyboardEvent): NodeAction | "wrap" | null {
  const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
  if (ctrlKey || metaKey) return null;
  if (!altKey) return key === "Delete" && !isInText(event.target) ? "remove" : null;
  if (!shiftKey) return key === "ArrowUp" ? "moveUp" : key === "ArrowDown" ? "moveDown" : null;
  if (key === "ArrowRight") return "moveIn";
  if (key === "ArrowLeft") return "moveOut";
  if (key === "Backspace" || key === "Delete") return "remove";
  // Alt changes the letter on some keyboards; the key's place does not.
  return event.nativeEvent.code === "KeyD" ? "duplicate" : null;
}
