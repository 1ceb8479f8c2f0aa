import { afterEach, describe, expect, it, vi } from "vitest";
import { hasLost, isConnected, reportConnection, subscribeToConnection } from "./connection";

describe("the connection", () => {
  afterEach(() => {
    reportConnection("api", true);
    reportConnection("inbox", true);
  });

  it("is lost while any source has lost it, and tells of changes only", () => {
    const listener = vi.fn();
    const unsubscribe = subscribeToConnection(listener);
    reportConnection("api", true);
    expect(listener).not.toHaveBeenCalled();
    reportConnection("api", false);
    reportConnection("inbox", false);
    reportConnection("api", false);
    expect(isConnected()).toBe(false);
    reportConnection("api", true);
    expect([isConnected(), hasLost("api"), hasLost("inbox")]).toEqual([false, false, true]);
    reportConnection("inbox", true);
    expect(isConnected()).toBe(true);
    expect(listener).toHaveBeenCalledTimes(4);
    unsubscribe();
  });
});
