import { describe, expect, it } from "vitest";
import type { Json } from "@/lib/contracts/common";
import { requestSnippet } from "./request-snippets";

const facts = { baseUrl: "http://localhost:3000", keyFrom: "The key comes from KYNARA_API_KEY." };
const ofAgent = {
  subject_type: "agent",
  subject_id: "agt_1",
  action: "ehr.read",
  resource: { type: "patient_record", id: "p-100" },
};

describe("requestSnippet", () => {
  it.each(["python", "typescript"] as const)(
    "asks through the SDK in %s where it can say it all",
    (language) => {
      expect(requestSnippet(language, ofAgent, facts)).toContain("import");
      expect(requestSnippet(language, ofAgent, facts)).toContain("check(");
    },
  );

  const beyond: [string, { [name: string]: Json }][] = [
    ["attributes of the action", { ...ofAgent, action_attrs: { urgent: true, by: null } }],
    ["a person as subject", { ...ofAgent, subject_type: "user", subject_id: "usr_1" }],
  ];

  it.each(beyond)("sends %s whole in TypeScript, though the SDK has no words for it", (_, document) => {
    const sent = /JSON\.stringify\((\{[\s\S]*?\n {2}\})\)/.exec(
      requestSnippet("typescript", document, facts),
    )?.[1];
    expect(JSON.parse(sent ?? "null")).toEqual(document);
  });

  it.each(beyond)("sends %s whole in Python, though the SDK has no words for it", (_, document) => {
    const code = requestSnippet("python", document, facts);
    expect(code).not.toContain("kynara_sdk");
    const sent = /json\.dumps\((\{[\s\S]*\})\)\.encode/.exec(code)?.[1] ?? "null";
    const asJson = sent
      .replaceAll(/\bTrue\b/g, "true")
      .replaceAll(/\bNone\b/g, "null")
      .replaceAll(/,(\s*\})/g, "$1");
    expect(JSON.parse(asJson)).toEqual(document);
  });
});
