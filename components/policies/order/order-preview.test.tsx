// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { renderWithMessages } from "@/components/messages/render-with-messages";
import { ApiError } from "@/lib/client/api-error";
import type { PolicyView } from "@/lib/contracts/policies";
import { OrderPreview } from "./order-preview";
import type { Order } from "./use-order";

const view = (id: string, effect: PolicyView["effect"], priority: number): PolicyView => ({
  id,
  version: 1,
  status: "published",
  display_name: `Rule ${id}`,
  effect,
  priority,
  enabled: true,
  sentence: "",
  document: { display_name: `Rule ${id}`, effect, priority, actions: ["ehr.read"] },
  created_at: "",
  updated_at: "",
});
const allow = view("allow", "allow", 10);
const deny = view("deny", "deny", 20);
const order: Order = {
  before: [allow, deny],
  after: [deny, allow],
  plan: { kind: "ok", changes: [{ id: "deny", from: 20, to: 5 }] },
  changed: true,
  move: () => undefined,
  begin: () => undefined,
};
const saving = { save: vi.fn(), saving: false, failure: null as unknown, takeNewest: vi.fn() };

function show(given: Partial<Order>, failure: unknown = null, locale: "en" | "es" = "en") {
  renderWithMessages(
    <QueryClientProvider client={new QueryClient()}>
      <OrderPreview
        order={{ ...order, ...given }}
        saving={{ ...saving, failure }}
        rights={{ maySimulate: false, mayReadAudit: false }}
      />
    </QueryClientProvider>,
    { locale },
  );
}

afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

describe("OrderPreview", () => {
  it("names what changes, and saves only when told to", () => {
    show({});
    expect(screen.getByRole("region", { name: "Priorities" }).textContent).toContain("Rule deny20 → 5");
    expect(screen.getByRole("region", { name: "Decisions" }).textContent).toContain(
      "Rule deny now comes before Rule allow",
    );
    expect(saving.save).not.toHaveBeenCalled();
    screen.getByRole("button", { name: "Save order" }).click();
    expect(saving.save).toHaveBeenCalledOnce();
  });

  it("says when no decision can change", () => {
    const other = { ...deny, document: { ...deny.document, actions: ["lab.read"] } };
    show({ before: [allow, other], after: [other, allow] });
    expect(screen.getByText(/^No decision changes/)).toBeTruthy();
  });

  it("offers nothing to save where nothing moved, or where numbers run out", () => {
    show({ changed: false });
    show({ plan: { kind: "full" } });
    expect(screen.queryByRole("button", { name: "Save order" })).toBeNull();
    expect(screen.getByText(/more policies than priorities/)).toBeTruthy();
  });

  it("offers the newest order after a conflict, in the reader's language", () => {
    const problem = { title: "Conflict", status: 409, code: "conflict", request_id: "req_1", detail: "x" };
    show({}, new ApiError(problem as ConstructorParameters<typeof ApiError>[0]), "es");
    screen.getByRole("button", { name: "Cargar el orden más reciente" }).click();
    expect(saving.takeNewest).toHaveBeenCalledOnce();
  });
});
