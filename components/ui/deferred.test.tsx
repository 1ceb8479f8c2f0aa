// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { renderWithMessages } from "@/components/messages/render-with-messages";
import { Deferred } from "./deferred";
import { showToastsIn } from "./toast";

const part = {
  Part: ({ trigger, opening }: { trigger: ReactElement; opening: string }) => (
    <div data-testid="part" data-opening={opening}>
      {trigger}
    </div>
  ),
};
type Load = () => Promise<typeof part>;

let answer: (come: boolean) => Promise<void>;
let load: ReturnType<typeof vi.fn<Load>>;
let said: unknown[];
let hush: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  hush = showToastsIn({ show: ({ title }) => said.push(title), close: () => undefined });
  load = vi.fn<Load>(
    () =>
      new Promise((resolve, reject) => {
        answer = (come) =>
          act(async () => {
            if (come) resolve(part);
            else reject(new Error("cut off"));
          });
      }),
  );
});
afterEach(() => {
  cleanup();
  hush();
  vi.useRealTimers();
});

function show(popup: "dialog" | "menu", own: () => void = () => undefined) {
  const trigger = (
    <button type="button" onClick={own}>
      Open
    </button>
  );
  renderWithMessages(
    <Deferred load={load} popup={popup} trigger={trigger}>
      {({ Part }, opening) => <Part trigger={trigger} opening={opening} />}
    </Deferred>,
  );
  return screen.getByRole("button", { name: "Open" });
}

describe("Deferred", () => {
  it("says what its button opens, and loads nothing until somebody comes near", () => {
    const button = show("menu");
    expect(button.getAttribute("aria-haspopup")).toBe("menu");
    expect(button.getAttribute("aria-expanded")).toBe("false");
    expect(load).not.toHaveBeenCalled();
  });

  it.each([
    ["pointer", (button: HTMLElement) => fireEvent.pointerEnter(button)],
    ["focus", (button: HTMLElement) => fireEvent.focus(button)],
  ])("loads when the %s reaches its button, and does not open", async (_, approach) => {
    const button = show("dialog");
    approach(button);
    expect(load).toHaveBeenCalledTimes(1);
    await answer(true);
    expect(screen.queryByTestId("part")).toBeNull();
    expect(screen.getByRole("button", { name: "Open" })).toBe(button);
  });

  it("opens when it has come, for a press while it was on its way", async () => {
    const own = vi.fn();
    const button = show("dialog", own);
    fireEvent.click(button);
    expect(own).toHaveBeenCalledTimes(1);
    expect(button.getAttribute("aria-busy")).toBe("true");
    expect(screen.queryByTestId("part")).toBeNull();
    await answer(true);
    expect(screen.getByTestId("part")).toBeTruthy();
  });

  it.each([
    ["menu", 1],
    ["dialog", 0],
  ] as const)("opens a %s by arrow key as often as %i time", async (popup, times) => {
    fireEvent.keyDown(show(popup), { key: "ArrowDown" });
    expect(load).toHaveBeenCalledTimes(times);
  });

  it.each([
    ["a pointer", (button: HTMLElement) => fireEvent.click(button, { detail: 1 }), "press"],
    ["Enter", (button: HTMLElement) => fireEvent.click(button, { detail: 0 }), "ArrowDown"],
    ["ArrowUp", (button: HTMLElement) => fireEvent.keyDown(button, { key: "ArrowUp" }), "ArrowUp"],
  ])("tells the part that %s opened it", async (_, press, opening) => {
    press(show("menu"));
    await answer(true);
    expect(screen.getByTestId("part").dataset.opening).toBe(opening);
  });

  it("says so when it cannot be fetched, and opens once it can", async () => {
    fireEvent.click(show("dialog"));
    await answer(false);
    expect(said).toEqual(["Kynara cannot be reached. Check the connection and try again."]);
    await act(() => vi.advanceTimersByTimeAsync(3000));
    expect(load).toHaveBeenCalledTimes(2);
    await answer(false);
    await act(() => vi.advanceTimersByTimeAsync(3000));
    await answer(true);
    expect(screen.getByTestId("part")).toBeTruthy();
    expect(said).toHaveLength(1);
  });
});
