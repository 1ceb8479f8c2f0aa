// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { renderWithMessages } from "@/components/messages/render-with-messages";
import { Toasts } from "@/components/ui/toasts";
import type { ApprovalActivity } from "@/lib/contracts/approvals";
import type { Locale } from "@/lib/i18n/locales";
import { exampleApproval } from "./example-approval";
import { InboxProvider } from "./inbox-provider";
import { RequestDetail } from "./request-detail";

class SilentEventSource {
  static readonly CLOSED = 2;
  readyState = 0;
  addEventListener() {}
  close() {}
}

const ACTIVITY: ApprovalActivity = {
  since: "2026-11-23T13:00:00.000Z",
  counts: { allow: 12, deny: 1, require_approval: 0 },
  is_capped: false,
  resources: 3,
  last: [
    {
      time: "2026-11-23T13:58:00.000Z",
      effect: "allow",
      action: "ehr.read",
      resource_type: "patient_record",
      record_type: ["lab_result"],
    },
  ],
};

const asked: { method: string; path: string }[] = [];

function page(children: ReactNode, client: QueryClient) {
  return (
    <QueryClientProvider client={client}>
      <InboxProvider viewer={{ id: "usr_1", unit: null, mayVote: true }}>{children}</InboxProvider>
      <Toasts />
    </QueryClientProvider>
  );
}

function show(children: ReactNode, locale: Locale = "en") {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const { rerender } = renderWithMessages(page(children, client), { locale });
  return (next: ReactNode) => rerender(page(next, client));
}

async function settle(milliseconds = 50) {
  // What is loaded when it is first wanted comes in real time, whatever the clock of the test.
  await act(() => vi.dynamicImportSettled());
  await act(() => vi.advanceTimersByTimeAsync(milliseconds));
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", SilentEventSource);
  asked.length = 0;
  vi.stubGlobal("fetch", async (path: string, init?: RequestInit) => {
    asked.push({ method: init?.method ?? "GET", path });
    return Response.json(path.endsWith("/activity") ? ACTIVITY : exampleApproval());
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("what the agent did in the last hour", () => {
  it.each([
    ["en", ["12 allowed", "1 denied", "about 3 patients", "Read lab result"]],
    ["es", ["12 permitidas", "1 denegada", "sobre 3 pacientes", "Leer resultado de laboratorio"]],
  ] as const)("is told in words (%s)", async (locale, texts) => {
    show(<RequestDetail approval={exampleApproval()} place="page" />, locale);
    await settle();
    for (const text of texts) expect(screen.getByText(text)).toBeTruthy();
    expect(screen.queryByText(/needed approval|requirieron/)).toBeNull();
  });

  it("is not asked for by somebody who may not decide", async () => {
    const may_vote = { allowed: false, message: "Only nurses may decide.", barrier: "other_role" as const };
    show(<RequestDetail approval={exampleApproval({ may_vote })} place="page" />);
    await settle();
    expect(asked.filter(({ path }) => path.endsWith("/activity"))).toEqual([]);
    expect(screen.getByText("Only nurses may decide.")).toBeTruthy();
  });
});

it("says in Spanish why somebody may not decide", () => {
  const may_vote = { allowed: false, message: "Only Nurse may decide.", barrier: "other_role" as const };
  const approval = exampleApproval({ may_vote, approver_roles: ["attending_physician"] });
  show(<RequestDetail approval={approval} place="page" />, "es");
  expect(screen.getByText("Solo puede decidir esta solicitud este rol: Médico tratante.")).toBeTruthy();
});

it("says who was first while somebody still writes why to deny, and offers no sending", async () => {
  const shown = show(<RequestDetail approval={exampleApproval()} place="page" />);
  fireEvent.click(screen.getByRole("button", { name: "Deny…" }));
  await settle();
  fireEvent.change(screen.getByLabelText(/In your words/), { target: { value: "Ask me on the ward" } });
  const resolved_by = { id: "usr_2", name: "Dr. Mehta" };
  shown(
    <RequestDetail
      approval={exampleApproval({ state: "approved", resolved_by, may_vote: null })}
      place="page"
    />,
  );
  await settle();
  const dialog = screen.getByRole("dialog");
  expect(dialog.textContent).toContain("Approved by Dr. Mehta. Your denial was not sent.");
  expect(screen.queryByRole("button", { name: "Deny" })).toBeNull();
  expect(screen.getByLabelText<HTMLTextAreaElement>(/In your words/).value).toBe("Ask me on the ward");
  expect(asked.filter(({ method }) => method === "POST")).toEqual([]);
});

it("says in one place who was faster, and that the reader's approval did not count", async () => {
  const resolved_by = { id: "usr_2", name: "Dr. Mehta" };
  const denied = exampleApproval({ state: "denied", resolved_by, may_vote: null });
  const conflict = {
    type: "about:blank",
    title: "Conflict",
    status: 409,
    code: "conflict",
    detail: "Denied.",
    request_id: "req_1",
  };
  vi.stubGlobal("fetch", async (path: string, init?: RequestInit) =>
    init?.method === "POST"
      ? Response.json(conflict, { status: 409 })
      : Response.json(path.endsWith("/activity") ? ACTIVITY : denied),
  );
  const shown = show(<RequestDetail approval={exampleApproval()} place="page" />);
  const approve = screen.getByRole("button", { name: "Approve" });
  fireEvent.keyDown(approve, { key: "Enter" });
  fireEvent.keyDown(approve, { key: "Enter" });
  await settle(5_500);
  shown(<RequestDetail approval={denied} place="page" />);
  await settle();
  expect(screen.getByText("Denied by Dr. Mehta")).toBeTruthy();
  expect(screen.getByText("Your approval arrived after that and was not counted.")).toBeTruthy();
  expect(screen.queryByText("Your approval does not count")).toBeNull();
});

it("can be undone from elsewhere in the inbox", async () => {
  const shown = show(<RequestDetail approval={exampleApproval()} place="page" />);
  const approve = screen.getByRole("button", { name: "Approve" });
  fireEvent.keyDown(approve, { key: "Enter" });
  fireEvent.keyDown(approve, { key: "Enter" });
  await settle();
  expect(screen.queryByText("Approving: Read diagnosis")).toBeNull();
  shown(<p>The list</p>);
  await settle();
  expect(screen.getByText("Approving: Read diagnosis")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Undo" }));
  await settle(10_000);
  expect(asked.filter(({ method }) => method === "POST")).toEqual([]);
});
