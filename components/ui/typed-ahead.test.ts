// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { holdTyping, takeTyped } from "./typed-ahead";

afterEach(() => {
  takeTyped();
  vi.useRealTimers();
});

/** Whether the page heard of the press. */
function press(key: string, more: KeyboardEventInit = {}): boolean {
  const heard = vi.fn();
  document.addEventListener("keydown", heard, { once: true });
  document.body.dispatchEvent(
    new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }),
  );
  document.removeEventListener("keydown", heard);
  return heard.mock.calls.length > 0;
}

test("holds letters until the field takes them, and the page hears of none", () => {
  holdTyping();
  expect(["d", "r", "x", "Backspace", " ", "H", "Enter"].map((key) => press(key))).not.toContain(true);
  expect(takeTyped()).toBe("dr H");
  expect(press("d")).toBe(true);
  expect(takeTyped()).toBe("");
});

test("leaves chords, arrows and what an input method composes to the page", () => {
  holdTyping();
  expect(press("k", { ctrlKey: true })).toBe(true);
  expect(press("ArrowDown")).toBe(true);
  expect(press("a", { isComposing: true })).toBe(true);
  expect(takeTyped()).toBe("");
});

test.each([
  ["Escape is pressed", () => press("Escape")],
  ["what opened is closed", (letGo: () => void) => letGo()],
  ["the field does not come", () => vi.advanceTimersByTime(5000)],
])("lets go when %s", (_when, happens) => {
  vi.useFakeTimers();
  const letGo = holdTyping();
  press("d");
  happens(letGo);
  expect(press("d")).toBe(true);
  expect(takeTyped()).toBe("");
});
