// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { renderWithMessages } from "@/components/messages/render-with-messages";
import { useLeaveGuard } from "./use-leave-guard";

vi.mock("next/navigation", () => ({ useRouter: () => ({ push: vi.fn() }) }));

const traverseTo = vi.fn();

beforeEach(() => {
  const navigation = Object.assign(new EventTarget(), { traverseTo });
  Object.defineProperty(window, "navigation", { value: navigation, configurable: true });
});
afterEach(() => {
  cleanup();
  traverseTo.mockReset();
  closed.mockReset();
  Reflect.deleteProperty(window, "navigation");
});

const closed = vi.fn();

function Guarded({ active }: { active: boolean }) {
  const guard = useLeaveGuard(active, { title: "Leave the form?", description: "What you typed is lost." });
  return (
    <>
      <button type="button" onClick={() => guard.leaving(closed)}>
        Close
      </button>
      {guard.question}
    </>
  );
}

/** Back, as a browser tells of it before it goes. @returns whether it may go. */
function goBack(path: string): boolean {
  const event = Object.assign(new Event("navigate", { cancelable: true }), {
    navigationType: "traverse",
    destination: { key: "before", url: `${location.origin}${path}`, sameDocument: true },
  });
  return window.navigation.dispatchEvent(event);
}

it("holds Back up until it is confirmed", async () => {
  renderWithMessages(<Guarded active />);
  expect(goBack("/compliance")).toBe(false);
  expect(traverseTo).not.toHaveBeenCalled();
  fireEvent.click(await screen.findByRole("button", { name: "Leave" }));
  await waitFor(() => expect(traverseTo).toHaveBeenCalledExactlyOnceWith("before"));
  expect(goBack("/compliance")).toBe(true);
});

it("lets Back go where nothing would be lost", () => {
  const { unmount } = renderWithMessages(<Guarded active />);
  expect(goBack(location.pathname)).toBe(true);
  unmount();
  renderWithMessages(<Guarded active={false} />);
  expect(goBack("/compliance")).toBe(true);
});

it("asks before a form is closed that holds something, and not before an empty one", async () => {
  const { unmount } = renderWithMessages(<Guarded active />);
  fireEvent.click(screen.getByRole("button", { name: "Close" }));
  expect(await screen.findByRole("alertdialog", { name: "Leave the form?" })).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Stay" }));
  expect(closed).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole("button", { name: "Close", hidden: true }));
  fireEvent.click(await screen.findByRole("button", { name: "Leave" }));
  await waitFor(() => expect(closed).toHaveBeenCalledOnce());
  unmount();
  renderWithMessages(<Guarded active={false} />);
  fireEvent.click(screen.getByRole("button", { name: "Close" }));
  expect(closed).toHaveBeenCalledTimes(2);
});
