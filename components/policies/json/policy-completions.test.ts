import { CompletionContext } from "@codemirror/autocomplete";
import { json } from "@codemirror/lang-json";
import { ensureSyntaxTree } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { describe, expect, it } from "vitest";
import { OPERATOR_NAMES, operatorText, policyJsonSchema } from "@/lib/policy";
import { isObject } from "../document/builder-node";
import { jsonContextAt } from "./json-context";
import { policyCompletions } from "./policy-completions";
import type { PolicyFacts } from "./policy-facts";
import { hoverWordsAt } from "./policy-hover";

const FACTS: PolicyFacts = {
  actions: ["ehr.read", "lab.order"],
  resourceTypes: ["patient_record"],
  roles: [{ name: "attending_physician", displayName: "Attending physician" }],
  references: (withApprover) => [
    { path: "ctx.resource.attrs.record_type", detail: "text", info: "diagnosis" },
    ...(withApprover ? [{ path: "ctx.approver.id", detail: "text", info: "" }] : []),
  ],
  samplesOf: (path) => (path === "ctx.resource.attrs.record_type" ? ["diagnosis", "imaging"] : []),
  zones: () => ["UTC", "Europe/Berlin"],
  memberWords: (name) => `about ${name}`,
  valueWords: (value) => (value === "deny" ? "It must not happen." : undefined),
  operatorWords: (op) => operatorText(op),
};

/** The state of a text in which | marks the cursor. */
function at(marked: string) {
  const cursor = marked.indexOf("|");
  const state = EditorState.create({ doc: marked.replace("|", ""), extensions: [json()] });
  ensureSyntaxTree(state, state.doc.length, 5000);
  return { state, cursor };
}

function offered(marked: string): string[] {
  const { state, cursor } = at(marked);
  const result = policyCompletions(() => FACTS)(new CompletionContext(state, cursor, true));
  return result?.options.map((option) => option.label) ?? [];
}

describe("completion of a policy as JSON", () => {
  it("offers the members that are not there yet, the required ones first", () => {
    const names = offered('{ "effect": "deny", | }');
    expect(names).toContain("display_name");
    expect(names).not.toContain("effect");
    expect(names).toContain("approval");
  });

  it("offers the members of approval, of a stage and of an operation, each in its place", () => {
    expect(offered('{ "approval": { "|" } }')).toContain("approver_roles");
    expect(offered('{ "approval": { "stages": [{ | }] } }')).toEqual(["approver_roles", "quorum"]);
    expect(offered('{ "condition": { | } }').toSorted()).toEqual(["args", "op"]);
    expect(offered('{ "obligations": [{ | }] }')).toEqual(["type"]);
  });

  it.each([
    ['{ "effect": "|" }', ["allow", "deny", "require_approval"]],
    ['{ "effect": | }', ["allow", "deny", "require_approval"]],
    ['{ "enabled": | }', ["true", "false"]],
    ['{ "approval": { "step_up": "|" } }', ["none", "passkey"]],
    ['{ "actions": ["|"] }', ["ehr.read", "lab.order"]],
    ['{ "resource_types": [|] }', ["patient_record"]],
    ['{ "approval": { "approver_roles": ["|"] } }', ["attending_physician"]],
    ['{ "condition": { "op": "weekday_in", "args": ["ctx.env.time", ["|"]] } }', ["mon"]],
    ['{ "condition": { "op": "weekday_in", "args": ["ctx.env.time", [], "|"] } }', ["UTC", "Europe/Berlin"]],
  ])("offers the values that may stand in %s", (marked, values) => {
    expect(offered(marked)).toEqual(expect.arrayContaining(values));
  });

  it("offers every operator where an operation names its own, whatever is written", () => {
    expect(offered('{ "condition": { "op": "|", "args": [] } }').toSorted()).toEqual(
      OPERATOR_NAMES.toSorted(),
    );
    expect(offered('{ "condition": { "op": "eq|", "args": [] } }')).toContain("time_between");
  });

  it("offers attributes as arguments, and the values seen of the first for those behind it", () => {
    expect(offered('{ "condition": { "op": "eq", "args": ["|"] } }')).toEqual([
      "ctx.resource.attrs.record_type",
    ]);
    expect(
      offered('{ "condition": { "op": "in", "args": ["ctx.resource.attrs.record_type", ["imaging", |]] } }'),
    ).toEqual(["diagnosis", "imaging", "true", "false"]);
    expect(
      offered(
        '{ "condition": { "op": "not", "args": [{ "op": "eq", "args": ["ctx.resource.attrs.record_type", |',
      ),
    ).toEqual(["diagnosis", "imaging", "ctx.resource.attrs.record_type", "true", "false"]);
  });

  it("speaks of who approves only in an approval's relationship", () => {
    const test = '{ "op": "eq", "args": ["|"] }';
    expect(offered(`{ "condition": ${test} }`)).not.toContain("ctx.approver.id");
    expect(offered(`{ "approval": { "relationship": ${test} } }`)).toContain("ctx.approver.id");
  });

  it("offers whole operations where a condition must stand, in any depth", () => {
    for (const marked of ['{ "condition": | }', '{ "condition": { "op": "and", "args": [true, |] } }']) {
      expect(offered(marked)).toEqual(expect.arrayContaining([...OPERATOR_NAMES, "true", "false"]));
    }
  });

  it("offers nothing of its own accord where nothing was begun", () => {
    const { state, cursor } = at('{ "effect": | }');
    expect(policyCompletions(() => FACTS)(new CompletionContext(state, cursor, false))).toBeNull();
  });
});

describe("where one is in a JSON text", () => {
  it.each([
    ['{ "a": [1, { "b": "x|" }] }', ["a", 1, "b"]],
    ['{ "a": { "op": "eq", "args": ["ctx.x", |] } }', ["a", "args", 1]],
    ['{ "a": |', ["a"]],
    ["[[], [1, 2, |", [1, 2]],
  ])("reads %s", (marked, path) => {
    const { state, cursor } = at(marked);
    expect(jsonContextAt(state, cursor)).toMatchObject({ kind: "value", path });
  });
});

describe("documentation of a policy's JSON", () => {
  const words = (marked: string) => {
    const { state, cursor } = at(marked);
    return hoverWordsAt(state, cursor, FACTS)?.words;
  };

  it("tells of members, operators, attributes and values", () => {
    expect(words('{ "prio|rity": 5 }')).toBe("about priority");
    expect(words('{ "condition": { "op": "in_|" } }')).toBeUndefined();
    expect(words('{ "condition": { "op": "i|n" } }')).toContain(operatorText("in").help);
    expect(words('{ "condition": { "op": "eq", "args": ["ctx.resource.attrs.record|_type"] } }')).toBe(
      "text · diagnosis",
    );
    expect(words('{ "effect": "de|ny" }')).toBe("It must not happen.");
  });

  it("knows every member that the schema knows", async () => {
    const { catalog } = await import("@/lib/i18n/catalog");
    const names = new Set<string>();
    const walk = (schema: unknown) => {
      if (Array.isArray(schema)) for (const one of schema) walk(one);
      else if (isObject(schema as never)) {
        const { properties } = schema as { properties?: object };
        for (const name of Object.keys(properties ?? {})) names.add(name);
        for (const one of Object.values(schema as object)) walk(one);
      }
    };
    walk(policyJsonSchema);
    const known = new Set(Object.keys(catalog.en.policies.json.members));
    expect([...names].filter((name) => !known.has(name))).toEqual([]);
  });
});
