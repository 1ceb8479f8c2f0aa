import { describe, expect, it } from "vitest";
import { testTranslator } from "@/lib/i18n/test-translator";
import { type DenyChoice, denyReason } from "./deny-reason";

const reason = (choice: DenyChoice | "", text: string) =>
  denyReason(choice, text, testTranslator("inbox.denial"));

describe("denyReason", () => {
  it("is never empty: a choice or words are needed, and Other needs words", () => {
    expect(reason("", "  ")).toEqual({ kind: "missing", message: "Choose a reason or write one." });
    expect(reason("other", " ")).toEqual({ kind: "missing", message: "Write the reason." });
  });

  it("says the choice in words, then what was written", () => {
    expect(reason("wrong_patient", "")).toEqual({ kind: "given", text: "Wrong patient" });
    expect(reason("in_person", " ext. 4410 ")).toEqual({
      kind: "given",
      text: "Ask me in person: ext. 4410",
    });
    expect(reason("other", "Duplicate")).toEqual({ kind: "given", text: "Duplicate" });
  });
});
