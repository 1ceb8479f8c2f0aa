import { describe, expect, it } from "vitest";
import { denyReason } from "./deny-reason";

describe("denyReason", () => {
  it("is never empty: a choice or words are needed, and Other needs words", () => {
    expect(denyReason("", "  ")).toEqual({ kind: "missing", message: "Choose a reason or write one." });
    expect(denyReason("other", " ")).toEqual({ kind: "missing", message: "Write the reason." });
  });

  it("says the choice in words, then what was written", () => {
    expect(denyReason("wrong_patient", "")).toEqual({ kind: "given", text: "Wrong patient" });
    expect(denyReason("in_person", " ext. 4410 ")).toEqual({
      kind: "given",
      text: "Ask me in person: ext. 4410",
    });
    expect(denyReason("other", "Duplicate")).toEqual({ kind: "given", text: "Duplicate" });
  });
});
