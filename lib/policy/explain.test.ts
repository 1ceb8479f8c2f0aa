import { describe, expect, it } from "vitest";
import {
  approvalTerms,
  compilePolicySet,
  conditionReferences,
  type IdentifiedPolicy,
  policyReferences,
} from "./index";

const allow: IdentifiedPolicy = {
  id: "pol-allow",
  display_name: "Allow demographics",
  effect: "allow",
  priority: 200,
  actions: ["ehr.read"],
  condition: { op: "eq", args: ["ctx.resource.attrs.record_type", "demographics"] },
};
const approve: IdentifiedPolicy = {
  id: "pol-approve",
  display_name: "Approve clinical data",
  effect: "require_approval",
  priority: 100,
  actions: ["ehr.*"],
  resource_types: ["patient_record"],
  condition: {
    op: "and",
    args: [
      { op: "in", args: ["ctx.resource.attrs.record_type", ["diagnosis"]] },
      { op: "gt", args: ["ctx.resource.attrs.risk", 0.2] },
    ],
  },
  approval: {
    approver_roles: ["attending_physician"],
    relationship: { op: "exists", args: ["ctx.approver.attrs.unit"] },
  },
  obligations: [{ type: "redact", fields: ["ssn"] }],
};
const other: IdentifiedPolicy = {
  id: "pol-other",
  display_name: "Claims",
  effect: "deny",
  priority: 0,
  actions: ["claim.*"],
};
const set = compilePolicySet([allow, other, approve]);
const request = (attrs: Record<string, string | number>, type = "patient_record") => {
  return { action: { name: "ehr.read" }, resource: { type, attrs } };
};

describe("decide", () => {
  it("answers with what the deciding policy says", () => {
    expect(set.decide(request({ record_type: "diagnosis", risk: 0.5 }))).toEqual({
      effect: "require_approval",
      matchedPolicyId: "pol-approve",
      reason: "policy_matched",
      obligations: [{ type: "redact", fields: ["ssn"] }],
      approval: approvalTerms(approve.approval),
    });
  });

  it("says where a policy matched because something was unknown", () => {
    expect(set.decide(request({ record_type: "diagnosis" })).reason).toBe("policy_matched_unknown");
  });

  it("denies what no policy matches, and what names no action", () => {
    const nothing = {
      effect: "deny",
      matchedPolicyId: null,
      reason: "no_matching_policy",
      obligations: [],
      approval: null,
    };
    expect(set.decide(request({ record_type: "genomics", risk: 1 }))).toEqual(nothing);
    expect(set.decide({})).toEqual(nothing);
    expect(compilePolicySet([]).decide(request({}))).toEqual(nothing);
  });

  it("passes over policies that are not enabled", () => {
    const off = compilePolicySet([{ ...approve, enabled: false }, allow]);
    expect(off.policies).toEqual([allow]);
    expect(off.decide(request({ record_type: "diagnosis", risk: 1 })).matchedPolicyId).toBeNull();
  });

  it("freezes the answer, which many decisions share", () => {
    const decision = set.decide(request({ record_type: "diagnosis", risk: 0.5 }));
    expect(
      Object.isFrozen(decision) &&
        Object.isFrozen(decision.obligations) &&
        Object.isFrozen(decision.approval),
    ).toBe(true);
  });
});

describe("approvalTerms", () => {
  it("fills in what a policy leaves out", () => {
    expect(approvalTerms(undefined)).toEqual({
      stages: [{ approver_roles: [], quorum: 1 }],
      expires_in_seconds: 86_400,
      escalate_after_seconds: null,
      escalate_to_roles: [],
      separation_of_duties: true,
      step_up: "none",
      require_reason: "deny",
      uses: 1,
      window_seconds: null,
      relationship: null,
    });
  });

  it("gives a stage the roles and the quorum that it does not state", () => {
    const rules = {
      approver_roles: ["a"],
      quorum: 2,
      stages: [{}, { approver_roles: ["b"] }, { quorum: 3 }],
    };
    expect(approvalTerms(rules).stages).toEqual([
      { approver_roles: ["a"], quorum: 2 },
      { approver_roles: ["b"], quorum: 2 },
      { approver_roles: ["a"], quorum: 3 },
    ]);
  });
});

describe("explain", () => {
  it("shows each policy looked at up to the decisive one, with the value of every node", () => {
    const { decision, trace } = set.explain(request({ record_type: "demographics", risk: 0.5 }));
    expect(decision.matchedPolicyId).toBe("pol-allow");
    expect(trace).toEqual([
      {
        policy_id: "pol-approve",
        display_name: "Approve clinical data",
        effect: "require_approval",
        action_matched: true,
        resource_matched: true,
        value: "false",
        unknown_paths: [],
        matched: false,
        condition: {
          kind: "group",
          op: "and",
          value: "false",
          children: [
            {
              kind: "test",
              op: "in",
              value: "false",
              operands: [
                { path: "ctx.resource.attrs.record_type", present: true, value: "demographics" },
                { literal: ["diagnosis"] },
              ],
            },
            {
              kind: "test",
              op: "gt",
              value: "true",
              operands: [{ path: "ctx.resource.attrs.risk", present: true, value: 0.5 }, { literal: 0.2 }],
            },
          ],
        },
      },
      expect.objectContaining({ policy_id: "pol-allow", value: "true", matched: true }),
    ]);
    expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
  });

  it("names what was missing or mistyped, and only where it made the value unknown", () => {
    const missing = set.explain(request({ record_type: "diagnosis" })).trace.at(-1);
    expect(missing).toMatchObject({
      matched: true,
      value: "unknown",
      unknown_paths: [{ path: "ctx.resource.attrs.risk", problem: "missing" }],
    });
    const mistyped = set.explain(request({ record_type: 7, risk: "high" })).trace.at(-1);
    expect(mistyped?.unknown_paths).toEqual([
      { path: "ctx.resource.attrs.record_type", problem: "mistyped" },
      { path: "ctx.resource.attrs.risk", problem: "mistyped" },
    ]);
    const decided = set.explain(request({ record_type: "genomics" })).trace[0];
    expect(decided).toMatchObject({ value: "false", unknown_paths: [] });
  });

  it("shows a policy whose resource type does not match, without a value", () => {
    expect(set.explain(request({ record_type: "diagnosis", risk: 1 }, "claim")).trace[0]).toMatchObject({
      policy_id: "pol-approve",
      action_matched: true,
      resource_matched: false,
      value: null,
      condition: null,
      matched: false,
    });
  });

  it("shows unrelated policies when asked to", () => {
    const { trace } = set.explain(request({ record_type: "demographics", risk: 1 }), {
      includeUnrelated: true,
    });
    expect(trace.map((entry) => [entry.policy_id, entry.action_matched])).toEqual([
      ["pol-other", false],
      ["pol-approve", true],
      ["pol-allow", true],
    ]);
  });
});

describe("references", () => {
  it("are the paths that conditions and relationships read, spelled one way", () => {
    expect(conditionReferences({ op: "eq", args: ['ctx["x"].y', 'ctx.resource["attrs"]["a.b"]'] })).toEqual([
      'ctx.resource.attrs["a.b"]',
    ]);
    expect(policyReferences([approve])).toEqual([
      "ctx.approver.attrs.unit",
      "ctx.resource.attrs.record_type",
      "ctx.resource.attrs.risk",
    ]);
    expect(set.references()).toEqual(policyReferences([allow, approve]));
  });

  it("of a request are those of the policies whose names match it", () => {
    expect(set.references(request({}, "claim"))).toEqual(["ctx.resource.attrs.record_type"]);
    expect(set.references({ action: { name: "claim.submit" } })).toEqual([]);
    expect(set.references({})).toEqual([]);
  });
});
