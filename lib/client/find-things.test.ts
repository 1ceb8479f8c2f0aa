import { afterEach, describe, expect, it, vi } from "vitest";
import { findThings } from "./find-things";

const ALL = new Set(["approvals.read", "policies.read", "agents.read", "audit.read"]);
const asked: string[] = [];

/** Answers by path; a path without an answer is a 404. */
function serve(answers: Record<string, unknown>): void {
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    const answer = answers[url.split("?")[0] ?? ""];
    if (answer !== undefined) return Response.json(answer);
    const problem = {
      type: "about:blank",
      title: "Error",
      status: 404,
      detail: "No.",
      code: "not_found",
      request_id: "",
    };
    return Response.json(problem, { status: 404 });
  });
}

const find = (text: string, may: ReadonlySet<string> = ALL) =>
  findThings(text, may, new AbortController().signal, ({ resource }) => `Read ${resource.attrs.record_type}`);
const request = (id: string, action: string, patient: string) => ({
  id,
  action,
  resource: { type: "patient_record", attrs: { record_type: "diagnosis" } },
  resource_display_name: patient,
  subject: { name: "Rounds assistant" },
});

describe("findThings", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    asked.length = 0;
  });

  it("asks for policies and agents by name, and looks through the open requests", async () => {
    serve({
      "/api/v1/policies": {
        items: [{ id: "pol_1", display_name: "Notes", sentence: "Deny." }],
        next_cursor: null,
      },
      "/api/v1/agents": { items: [], next_cursor: null },
      "/api/v1/approvals": {
        items: [request("apr_1", "ehr.note.write", "Ada Novak"), request("apr_2", "ehr.read", "Ben Ito")],
        next_cursor: null,
      },
    });
    expect((await find("note rounds")).map((thing) => thing.href)).toEqual([
      "/inbox/apr_1",
      "/policies/pol_1",
    ]);
    expect((await find("ito")).map((thing) => thing.href)).toEqual(["/inbox/apr_2", "/policies/pol_1"]);
    expect((await find("read diagnosis ito")).map((thing) => thing.label)).toEqual([
      "Read diagnosis · Ben Ito",
      "Notes",
    ]);
    expect(asked[1]).toBe("/api/v1/policies?search=note+rounds&limit=6");
  });

  it("asks for nothing that the person may not see", async () => {
    serve({ "/api/v1/agents": { items: [], next_cursor: null } });
    expect(await find("note", new Set(["agents.read"]))).toEqual([]);
    expect(await find("dec_1", new Set(["agents.read"]))).toEqual([]);
    expect(asked).toEqual(["/api/v1/agents?search=note&limit=6"]);
  });

  it("leads from a decision's id to its entry in the log", async () => {
    serve({ "/api/v1/audit/events": { items: [{ seq: 395, action: "ehr.read" }], next_cursor: null } });
    expect(await find("dec_01ABC")).toMatchObject([{ kind: "decision", href: "/audit?entry=395" }]);
    expect(asked).toEqual(["/api/v1/audit/events?event_id=dec_01ABC&limit=1"]);
  });

  it("finds nothing for an id that names nothing", async () => {
    serve({});
    expect(await find("apr_01ABC")).toEqual([]);
  });
});
