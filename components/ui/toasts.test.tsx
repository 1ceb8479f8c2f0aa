// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { renderWithMessages } from "@/components/messages/render-with-messages";
import { toast } from "./toast";
import { Toasts } from "./toasts";

afterEach(cleanup);

const region = () => screen.queryByRole("region", { name: "Notifications" });

it("brings its region with the first press, before anything is to be told", async () => {
  renderWithMessages(<Toasts />);
  await act(() => vi.dynamicImportSettled());
  expect(region()).toBeNull();
  fireEvent.pointerDown(document.body);
  await act(() => vi.dynamicImportSettled());
  expect(region()).toBeTruthy();
});

it("shows what was told before it stood, but nothing that was taken back meanwhile", async () => {
  const first = toast.info("Taken back at once");
  toast.success("Agent saved");
  toast.dismiss(first);
  renderWithMessages(<Toasts />);
  expect(await screen.findByText("Agent saved")).toBeTruthy();
  expect(screen.queryByText("Taken back at once")).toBeNull();
  const later = await act(async () => toast.info("Agent paused"));
  expect(await screen.findByText("Agent paused")).toBeTruthy();
  act(() => toast.dismiss(later));
  await vi.waitFor(() => expect(screen.queryByText("Agent paused")).toBeNull());
});
