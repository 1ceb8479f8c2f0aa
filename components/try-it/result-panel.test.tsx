// @vitest-environment happy-dom
import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { renderWithMessages } from "@/components/messages/render-with-messages";
import type { Explanation } from "@/lib/contracts/decisions";
import { ResultPanel } from "./result-panel";

afterEach(cleanup);

const nothing = { explanation: undefined, error: null, isPending: false, isOutdated: true };
const refused: Explanation = {
  effect: "deny",
  matched_policy_id: null,
  reason: "agent_read_only",
  message: "The agent Rounds assistant is read-only.",
  code: "agent_read_only",
  params: { agent: "Rounds assistant" },
  steps: [
    {
      step: "gates",
      outcome: "deny",
      message: "The agent Rounds assistant is read-only.",
      code: "agent_read_only",
      params: { agent: "Rounds assistant" },
    },
  ],
  policies: [],
  context: { action: { name: "ehr.write" }, resource: { type: "note" } },
};

describe("ResultPanel", () => {
  it("says what Explain will show, and that it is at work", () => {
    renderWithMessages(<ResultPanel {...nothing} />);
    expect(screen.getByText("How would this be decided?")).toBeTruthy();
    cleanup();
    renderWithMessages(<ResultPanel {...nothing} isPending />);
    expect(screen.getByRole("status").textContent).toContain("Deciding");
  });

  it("says why nothing could be explained", () => {
    renderWithMessages(<ResultPanel {...nothing} error={new Error("Kynara cannot be reached.")} />);
    expect(screen.getByRole("alert").textContent).toContain("Kynara cannot be reached.");
  });

  it("shows where the request was stopped, in the reader's language", () => {
    renderWithMessages(<ResultPanel {...nothing} explanation={refused} isOutdated={false} />, {
      locale: "es",
    });
    const stages = within(screen.getByRole("list", { name: "Cómo se decidió, paso a paso" }));
    const [gates, roles] = stages.getAllByRole("listitem");
    expect(gates?.textContent).toContain("Esto lo decidió");
    expect(gates?.textContent).toContain("El agente Rounds assistant solo puede leer");
    expect(roles?.textContent).toContain("No se alcanzó");
    expect(screen.queryByText(/^La solicitud cambió/)).toBeNull();
  });

  it("says when the request is another one by now", () => {
    renderWithMessages(<ResultPanel {...nothing} explanation={refused} />);
    expect(screen.getByText(/^The request has been changed since/)).toBeTruthy();
  });
});
