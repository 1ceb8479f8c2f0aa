import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compilePolicySet, describePolicy, OPERATOR_NAMES, parsePolicy } from "./index";

const text = readFileSync(new URL("../../docs/policy-language.md", import.meta.url), "utf8");
const documents = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map((found): unknown =>
  JSON.parse(found[1] ?? ""),
);
const policies = documents.filter((document) => {
  return typeof document === "object" && document !== null && "display_name" in document;
});

function example(index: number) {
  const parsed = parsePolicy(policies[index]);
  if (parsed.kind === "invalid") throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
}

describe("docs/policy-language.md", () => {
  it.each(policies.map((policy, index) => [index, policy] as const))(
    "example %i is a policy",
    (_, policy) => {
      expect(parsePolicy(policy)).toMatchObject({ kind: "ok" });
    },
  );

  it("answers as the table after the first two examples says", () => {
    const set = compilePolicySet([0, 1].map((index) => ({ ...example(index), id: `p${index}` })));
    const effectOf = (attrs: Record<string, string>) => {
      return set.decide({ action: { name: "ehr.read" }, resource: { type: "patient_record", attrs } }).effect;
    };
    const types = ["diagnosis", "demographics", "genomics"].map((type) => effectOf({ record_type: type }));
    expect([...types, effectOf({})]).toEqual(["require_approval", "allow", "deny", "require_approval"]);
  });

  it("quotes the sentence that the console shows", () => {
    expect(text.replaceAll("\n", " ")).toContain(`*${describePolicy(example(0))}*`);
  });

  it("names every operator", () => {
    expect(OPERATOR_NAMES.filter((op) => !text.includes(`\`${op}\``))).toEqual([]);
  });
});
