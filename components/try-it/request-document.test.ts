import { describe, expect, it } from "vitest";
import { documentOf, EMPTY_FORM, formOf, judgeRequest, readText, typedValue } from "./request-document";

const request = {
  subject_type: "agent",
  subject_id: "agt_1",
  on_behalf_of_user_id: "usr_1",
  action: "ehr.read",
  resource: {
    type: "patient_record",
    id: "p-100",
    attrs: { record_type: "diagnosis", pages: 3, urgent: true, tags: ["a", "b"], nothing: null },
  },
  context: { purpose: "TREAT" },
};

describe("form and document", () => {
  it("are two views of one request", () => {
    expect(documentOf(formOf(request))).toEqual(request);
  });

  it("keep what the form has no field for", () => {
    const rare = {
      ...request,
      subject_type: "service",
      action_attrs: { batch: true },
      approval_id: "apr_1",
    };
    expect(documentOf(formOf(rare))).toEqual(rare);
  });

  it("leave empty fields out", () => {
    expect(documentOf({ ...EMPTY_FORM, action: "a", resourceType: "b" })).toEqual({
      action: "a",
      resource: { type: "b" },
    });
  });

  it("lose nothing that was typed as another kind", () => {
    expect(typedValue({ kind: "number", text: "12a" })).toBe("12a");
    expect(typedValue({ kind: "json", text: "[1" })).toBe("[1");
    expect(typedValue({ kind: "json", text: "[1]" })).toEqual([1]);
    expect(typedValue({ kind: "number", text: " 0.5 " })).toBe(0.5);
  });
});

describe("judgeRequest", () => {
  it("takes what the server takes", () => {
    expect(judgeRequest(request).kind).toBe("request");
  });

  it("points at what is wrong", () => {
    const judged = judgeRequest({ action: "", resource: { type: "patient record" } });
    expect(judged.kind === "faults" && judged.faults.map((fault) => fault.pointer)).toEqual([
      "/action",
      "/action",
      "/resource/type",
    ]);
  });
});

describe("readText", () => {
  it("says why text is no request", () => {
    expect(readText("{").kind).toBe("fault");
    expect(readText("[]")).toEqual({ kind: "fault", fault: "noObject" });
  });
});
