// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { renderWithMessages } from "@/components/messages/render-with-messages";
import { Tooltip } from "./tooltip";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function show() {
  vi.useFakeTimers();
  const pressed = vi.fn();
  renderWithMessages(
    <Tooltip content="Copies the id">
      <button type="button" onClick={pressed}>
        Copy
      </button>
    </Tooltip>,
  );
  return { button: screen.getByRole("button"), pressed };
}

/** One that closes is there until its movement has ended, which this environment does not play. */
const isShown = () => screen.queryByText("Copies the id")?.hasAttribute("data-open") ?? false;

async function pass(milliseconds: number) {
  await act(() => vi.dynamicImportSettled());
  await act(() => vi.advanceTimersByTimeAsync(milliseconds));
}

it("opens under a mouse that rests, and closes when it leaves", async () => {
  const { button } = show();
  fireEvent.pointerEnter(button, { pointerType: "mouse" });
  await pass(399);
  expect(isShown()).toBe(false);
  await pass(1);
  expect(isShown()).toBe(true);
  fireEvent.pointerLeave(button, { pointerType: "mouse" });
  await pass(500);
  expect(isShown()).toBe(false);
});

it("stays while the mouse is on the tooltip itself", async () => {
  const { button } = show();
  fireEvent.pointerEnter(button, { pointerType: "mouse" });
  await pass(400);
  fireEvent.pointerLeave(button, { pointerType: "mouse" });
  fireEvent.pointerEnter(screen.getByText("Copies the id"), { pointerType: "mouse" });
  await pass(500);
  expect(isShown()).toBe(true);
});

it("closes by Escape and by a press, which still does what it does", async () => {
  const { button, pressed } = show();
  fireEvent.pointerEnter(button, { pointerType: "mouse" });
  await pass(400);
  fireEvent.keyDown(document.body, { key: "Escape" });
  await pass(500);
  expect(isShown()).toBe(false);
  fireEvent.pointerEnter(button, { pointerType: "mouse" });
  await pass(400);
  fireEvent.click(button);
  await pass(500);
  expect(isShown()).toBe(false);
  expect(pressed).toHaveBeenCalledTimes(1);
});

it("never opens by touch", async () => {
  const { button } = show();
  fireEvent.pointerEnter(button, { pointerType: "touch" });
  await pass(1000);
  expect(isShown()).toBe(false);
});
