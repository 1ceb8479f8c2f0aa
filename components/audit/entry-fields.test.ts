import { describe, expect, it } from "vitest";
import { testTranslator } from "@/lib/i18n/test-translator";
import { entryFields } from "./entry-fields";

const t = testTranslator("audit.data");

const sealed = { sealed: "ab".repeat(32) };

describe("entryFields", () => {
  it("names each value by the way to it and leaves out what the page shows elsewhere", () => {
    const fields = entryFields(
      {
        decision_id: "dec_1",
        on_behalf_of: { id: "usr_1", type: "user" },
        resource: { attrs: { record_type: "diagnosis" }, id: sealed, type: "patient_record" },
      },
      t,
    );
    expect(fields.map(({ label, value }) => [label, value])).toEqual([
      ["On behalf of › type", { kind: "plain", text: "user" }],
      ["On behalf of › id", { kind: "plain", text: "usr_1" }],
      ["Resource › type", { kind: "plain", text: "patient_record" }],
      ["Resource › id", { kind: "sealed", commitment: sealed.sealed }],
      ["Resource › record type", { kind: "plain", text: "diagnosis" }],
    ]);
  });

  it("points at values as RFC 6901 does, through names with slashes and into lists", () => {
    const fields = entryFields(
      {
        context: { "a/b~c": sealed },
        roles: [{ name: "auditor" }],
        paths: ["/x", "/y"],
      },
      t,
    );
    expect(fields.map((field) => field.pointer)).toEqual(["/context/a~1b~0c", "/roles/0/name", "/paths"]);
    expect(fields[2]?.value).toEqual({ kind: "plain", text: "/x, /y" });
  });
});
