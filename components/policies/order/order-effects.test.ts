import { describe, expect, it } from "vitest";
import type { PolicyView } from "@/lib/contracts/policies";
import { compilePolicySet, type IdentifiedPolicy, type Policy } from "@/lib/policy";
import { commonName, decisionsConcerned, pairsChanged } from "./order-effects";
import { sampleRequests } from "./sample-requests";

const view = (id: string, policy: Partial<Policy>): PolicyView => {
  const document: Policy = { display_name: id, effect: "allow", actions: ["ehr.read"], ...policy };
  return {
    id,
    version: 1,
    status: "published",
    display_name: id,
    effect: document.effect,
    priority: 500,
    enabled: document.enabled ?? true,
    sentence: "",
    document: document as unknown as PolicyView["document"],
    created_at: "",
    updated_at: "",
  };
};
const kind = (value: string) => ({ op: "eq" as const, args: ["ctx.resource.attrs.kind", value] });
const told = (before: PolicyView[], after: PolicyView[]) =>
  pairsChanged(before, after).map(({ first, second, differs }) => `${first.id} ${second.id} ${differs}`);

const allow = view("allow", {});
const deny = view("deny", { effect: "deny", condition: kind("genomic") });

describe("pairsChanged", () => {
  it.each<[string, PolicyView[], PolicyView[], string[]]>([
    ["nothing moved", [allow, deny], [allow, deny], []],
    ["an effect comes first that was second", [allow, deny], [deny, allow], ["deny allow effect"]],
    ["the same effect, with nothing else to differ", [allow, view("b", {})], [view("b", {}), allow], []],
    [
      "other approvers",
      [
        view("a", { effect: "require_approval", approval: { quorum: 2 } }),
        view("b", { effect: "require_approval" }),
      ],
      [
        view("b", { effect: "require_approval" }),
        view("a", { effect: "require_approval", approval: { quorum: 2 } }),
      ],
      ["b a approval"],
    ],
    [
      "other obligations",
      [allow, view("b", { obligations: [{ type: "redact" }] })],
      [view("b", { obligations: [{ type: "redact" }] }), allow],
      ["b allow obligations"],
    ],
    [
      "actions that never meet",
      [allow, view("b", { effect: "deny", actions: ["lab.*"] })],
      [view("b", { effect: "deny", actions: ["lab.*"] }), allow],
      [],
    ],
    [
      "resource types that never meet",
      [view("a", { resource_types: ["claim"] }), view("b", { effect: "deny", resource_types: ["note"] })],
      [view("b", { effect: "deny", resource_types: ["note"] }), view("a", { resource_types: ["claim"] })],
      [],
    ],
    [
      "conditions that rule each other out",
      [view("a", { condition: kind("x") }), deny],
      [deny, view("a", { condition: kind("x") })],
      [],
    ],
    [
      "a disabled rule",
      [allow, view("b", { effect: "deny", enabled: false })],
      [view("b", { effect: "deny", enabled: false }), allow],
      [],
    ],
  ])("%s", (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });
});

describe("sampleRequests", () => {
  it("makes a request that the two orders decide differently", () => {
    const pairs = pairsChanged([allow, deny], [deny, allow]);
    const decide = (order: readonly PolicyView[], request: object) =>
      compilePolicySet(
        order.map(
          ({ id, document }, index) => ({ ...document, id, priority: index }) as unknown as IdentifiedPolicy,
        ),
      ).decide(request).effect;
    const outcomes = sampleRequests(pairs).map((request) => [
      decide([allow, deny], request),
      decide([deny, allow], request),
    ]);
    expect(outcomes).toContainEqual(["allow", "deny"]);
    expect(sampleRequests(pairs)).toContainEqual(
      expect.objectContaining({ resource: expect.objectContaining({ type: "patient_record" }) }),
    );
  });
});

it.each([
  [["ehr.*"], ["*.read"], "ehr.read"],
  [["ehr.note.*"], ["ehr.*.write"], "ehr.note.write"],
  [["*"], ["*"], "read"],
  [["lab.x", "ehr.read"], ["ehr.read"], "ehr.read"],
  [["lab.x"], ["ehr.*"], null],
])("%j and %j both match %s", (one, other, name) => {
  expect(commonName(one, other)).toBe(name);
});

it("counts the decisions of rules that now come second to one about the same", () => {
  const pairs = pairsChanged([allow, deny], [deny, allow]);
  const made = (policy_id: string | null, action: string) => ({
    policy_id,
    action,
    resource_type: "patient_record",
  });
  const decisions = [
    made("allow", "ehr.read"),
    made("allow", "lab.read"),
    made("deny", "ehr.read"),
    made(null, "ehr.read"),
  ];
  expect(decisionsConcerned(pairs, decisions)).toBe(1);
});
