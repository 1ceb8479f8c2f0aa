// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { renderWithMessages } from "@/components/messages/render-with-messages";
import { Button } from "./button";
import { ConfirmDialog } from "./confirm-dialog";

afterEach(cleanup);

/** A switch whose page learns that it is off before the answer to the press has come. */
function Switch({ press }: { press: () => Promise<void> }) {
  const [way, setWay] = useState("off");
  return (
    <ConfirmDialog
      trigger={<Button>Open</Button>}
      title={`Switch ${way}?`}
      description="What it does"
      confirmLabel={`Switch ${way} now`}
      onConfirm={() => {
        setWay("on");
        return press();
      }}
    />
  );
}

it("asks what was answered until it has gone, and what is true the next time", async () => {
  let settle = () => undefined as undefined;
  renderWithMessages(
    <Switch
      press={() =>
        new Promise((resolve) => {
          settle = () => resolve() as undefined;
        })
      }
    />,
  );
  fireEvent.click(screen.getByRole("button", { name: "Open" }));
  fireEvent.click(screen.getByRole("button", { name: "Switch off now" }));
  expect(screen.getByRole("alertdialog", { name: "Switch off?" })).toBeDefined();
  expect(screen.queryByText("Switch on now")).toBeNull();
  await act(async () => settle());
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  fireEvent.click(screen.getByRole("button", { name: "Open" }));
  expect(screen.getByRole("alertdialog", { name: "Switch on?" })).toBeDefined();
});

it("stays, asks what is true now and says what failed when the press was refused", async () => {
  const press = vi.fn(() => Promise.reject(new Error("refused")));
  renderWithMessages(<Switch press={press} />);
  fireEvent.click(screen.getByRole("button", { name: "Open" }));
  fireEvent.click(screen.getByRole("button", { name: "Switch off now" }));
  await screen.findByText("Switch on now");
  expect(press).toHaveBeenCalledOnce();
  expect(screen.getByRole("alert").textContent).not.toBe("");
});
