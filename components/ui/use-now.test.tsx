// @vitest-environment happy-dom
import { act, cleanup, render, screen } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useNow } from "./use-now";

function Shown({ every }: { every: number }) {
  return <output>{useNow(every) ?? "unknown"}</output>;
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe("useNow", () => {
  it("is not known on the server", () => {
    expect(renderToString(<Shown every={1_000} />)).toContain("unknown");
  });

  it("is known at once in the browser, and moves on for all with one timer", () => {
    render(
      <>
        <Shown every={1_000} />
        <Shown every={1_000} />
      </>,
    );
    const texts = () => screen.getAllByRole("status").map((one) => one.textContent);
    expect(texts()).toEqual(["1000000", "1000000"]);
    expect(vi.getTimerCount()).toBe(1);
    act(() => vi.advanceTimersByTime(1_000));
    expect(texts()).toEqual(["1001000", "1001000"]);
    cleanup();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("never moves for Infinity, and needs no timer", () => {
    render(<Shown every={Number.POSITIVE_INFINITY} />);
    expect(vi.getTimerCount()).toBe(0);
  });
});
