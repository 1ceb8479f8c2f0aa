// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { renderWithMessages } from "@/components/messages/render-with-messages";
import type { PolicyView } from "@/lib/contracts/policies";
import { OrderList } from "./order-list";
import type { Order } from "./use-order";

const view = (id: string): PolicyView => ({
  id,
  version: 1,
  status: "published",
  display_name: `Rule ${id}`,
  effect: "allow",
  priority: 10,
  enabled: true,
  sentence: "",
  document: { display_name: `Rule ${id}`, effect: "allow", actions: ["ehr.read"] },
  created_at: "",
  updated_at: "",
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** Nothing is laid out here, and dragging measures: rows one below the other. */
function layOut(): void {
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockImplementation(function (this: HTMLElement) {
    const row = this.closest("li");
    const place = row === null ? 0 : [...(row.parentElement?.children ?? [])].indexOf(row);
    return new DOMRect(0, place * 50, 400, 50);
  });
}

it("says in words that a rule was picked up, and that it is where it was when it was left there", async () => {
  const policies = [view("a"), view("b")];
  const order: Order = {
    before: policies,
    after: policies,
    plan: { kind: "ok", changes: [] },
    changed: false,
    move: vi.fn(),
    begin: vi.fn(),
  };
  layOut();
  renderWithMessages(<OrderList order={order} />);
  const handle = screen.getByRole("button", { name: "Move “Rule b”" });
  expect(handle.getAttribute("aria-roledescription")).toBe("movable rule");
  handle.focus();
  fireEvent.keyDown(handle, { code: "Space", key: " " });
  const status = await screen.findByText("“Rule b” picked up, place 2 of 2.");
  fireEvent.keyDown(document, { code: "Escape", key: "Escape" });
  await waitFor(() => expect(status.textContent).toBe("“Rule b” is where it was."));
  expect(order.move).not.toHaveBeenCalled();
});
