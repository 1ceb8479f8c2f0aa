// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { renderWithMessages } from "@/components/messages/render-with-messages";
import { HoldButton } from "./hold-button";

function mount(props: { loading?: boolean; disabled?: boolean } = {}) {
  const onConfirm = vi.fn();
  renderWithMessages(<HoldButton label="Approve" onConfirm={onConfirm} {...props} />);
  const button = screen.getByRole("button");
  button.setPointerCapture = () => undefined;
  return { onConfirm, button };
}

const wait = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds));

describe("HoldButton", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  it("confirms once when the press is held", () => {
    const { onConfirm, button } = mount();
    fireEvent.pointerDown(button, { button: 0, pointerId: 1 });
    wait(650);
    expect(onConfirm).not.toHaveBeenCalled();
    wait(100);
    fireEvent.pointerUp(button, { pointerId: 1 });
    fireEvent.click(button, { detail: 1 });
    expect(onConfirm).toHaveBeenCalledTimes(1);
  });

  it("does nothing for a tap but to say how", () => {
    const { onConfirm, button } = mount();
    fireEvent.pointerDown(button, { button: 0, pointerId: 1 });
    wait(200);
    fireEvent.pointerUp(button, { pointerId: 1 });
    fireEvent.click(button, { detail: 1 });
    wait(1000);
    expect(onConfirm).not.toHaveBeenCalled();
    expect(button.dataset.phase).toBe("hint");
  });

  it("takes Enter twice, and forgets the first after four seconds", () => {
    const { onConfirm, button } = mount();
    fireEvent.keyDown(button, { key: "Enter" });
    expect(screen.getByRole("status").textContent).toBe("Press again to confirm: Approve");
    wait(4100);
    fireEvent.keyDown(button, { key: "Enter" });
    expect(onConfirm).not.toHaveBeenCalled();
    fireEvent.keyDown(button, { key: "Enter" });
    expect(onConfirm).toHaveBeenCalledTimes(1);
  });

  it("does not take a held-down Enter for two presses", () => {
    const { onConfirm, button } = mount();
    fireEvent.keyDown(button, { key: "Enter" });
    fireEvent.keyDown(button, { key: "Enter", repeat: true });
    expect(onConfirm).not.toHaveBeenCalled();
  });

  it("takes two activations of assistive technology, which send clicks without a pointer", () => {
    const { onConfirm, button } = mount();
    fireEvent.click(button, { detail: 0 });
    expect(onConfirm).not.toHaveBeenCalled();
    fireEvent.click(button, { detail: 0 });
    expect(onConfirm).toHaveBeenCalledTimes(1);
  });

  it("stays still while loading", () => {
    const { onConfirm, button } = mount({ loading: true });
    fireEvent.pointerDown(button, { button: 0, pointerId: 1 });
    wait(1000);
    fireEvent.keyDown(button, { key: "Enter" });
    fireEvent.keyDown(button, { key: "Enter" });
    expect(onConfirm).not.toHaveBeenCalled();
  });
});
