// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { renderWithMessages } from "@/components/messages/render-with-messages";
import type { Approval } from "@/lib/contracts/approvals";
import { DecisionBar } from "./decision-bar";
import { exampleApproval } from "./example-approval";
import { InboxProvider } from "./inbox-provider";

class SilentEventSource {
  static readonly CLOSED = 2;
  readyState = 0;
  addEventListener() {}
  close() {}
}

const posted: { path: string; body: unknown }[] = [];
let answer: () => Response;

function mount(approval: Approval) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return renderWithMessages(
    <QueryClientProvider client={client}>
      <InboxProvider viewer={{ id: "usr_1", unit: null, mayVote: true }}>
        <DecisionBar approval={approval} isPane={false} onDeny={() => undefined} />
      </InboxProvider>
    </QueryClientProvider>,
  );
}

function pressEnterTwice() {
  const button = screen.getByRole("button", { name: "Approve" });
  fireEvent.keyDown(button, { key: "Enter" });
  fireEvent.keyDown(button, { key: "Enter" });
}

const wait = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", SilentEventSource);
  posted.length = 0;
  answer = () => Response.json(exampleApproval({ state: "approved" }));
  vi.stubGlobal("fetch", async (path: string, init?: RequestInit) => {
    if (init?.method === "POST") posted.push({ path, body: JSON.parse(String(init.body)) });
    return answer();
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("DecisionBar", () => {
  it("sends an approval only after the five seconds", async () => {
    mount(exampleApproval());
    pressEnterTwice();
    expect(screen.getByText(/^Approving in 5/)).toBeTruthy();
    await wait(4900);
    expect(posted).toEqual([]);
    await wait(200);
    expect(posted).toEqual([
      { path: "/api/v1/approvals/apr_1/votes", body: { vote: "approve", reason: "" } },
    ]);
  });

  it("sends nothing when it was undone, and offers the decision again", async () => {
    mount(exampleApproval());
    pressEnterTwice();
    await wait(3000);
    fireEvent.click(screen.getByRole("button", { name: "Undo" }));
    await wait(10_000);
    expect(posted).toEqual([]);
    expect(screen.getByRole("button", { name: "Approve" })).toBeTruthy();
  });

  it("sends nothing when the page is left within the five seconds", async () => {
    const { unmount } = mount(exampleApproval());
    pressEnterTwice();
    unmount();
    await wait(10_000);
    expect(posted).toEqual([]);
  });

  it("sends nothing when the tab is hidden within the five seconds, and says so", async () => {
    mount(exampleApproval());
    pressEnterTwice();
    const visibility = vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
    act(() => void document.dispatchEvent(new Event("visibilitychange")));
    visibility.mockRestore();
    await wait(10_000);
    expect(posted).toEqual([]);
    expect(screen.getByRole("alert").textContent).toMatch(/nothing was sent/);
  });

  it("says who decided when the race was lost", async () => {
    const detail = "This request is already denied by Dr. Ravi Mehta. Your vote was not counted.";
    answer = () =>
      Response.json(
        {
          type: "about:blank",
          title: "Conflict",
          status: 409,
          detail,
          code: "conflict",
          request_id: "req_1",
        },
        { status: 409 },
      );
    mount(exampleApproval());
    pressEnterTwice();
    await wait(5100);
    expect(screen.getByRole("alert").textContent).toContain(detail);
  });

  it("asks for a reason where the rule does, and sends nothing without one", async () => {
    mount(exampleApproval({ require_reason: "always" }));
    pressEnterTwice();
    await wait(10_000);
    expect(posted).toEqual([]);
    expect(screen.getByText(/The rule asks for a reason/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText(/Reason for approving/), { target: { value: " Consult " } });
    pressEnterTwice();
    await wait(5100);
    expect(posted[0]?.body).toEqual({ vote: "approve", reason: "Consult" });
  });

  it("says why somebody may not decide, and shows no buttons", () => {
    const message = "Only Attending physician may decide this request.";
    mount(exampleApproval({ may_vote: { allowed: false, message, barrier: "other_role" } }));
    expect(screen.getByText(message)).toBeTruthy();
    expect(screen.queryByRole("button")).toBeNull();
  });
});
