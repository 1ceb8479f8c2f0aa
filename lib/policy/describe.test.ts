import { describe, expect, it } from "vitest";
import type { Condition, Policy } from "./index";
import { describeCondition, describePolicy } from "./index";

const base: Policy = { display_name: "p", effect: "deny", actions: ["ehr.read"] };
const types = ["patient_record"];

describe("describePolicy", () => {
  it.each<[string, Policy]>([
    [
      "Require approval by an attending physician when an agent reads a patient record whose record type is diagnosis, medication, lab result or imaging.",
      {
        ...base,
        effect: "require_approval",
        resource_types: types,
        condition: {
          op: "in",
          args: ["ctx.resource.attrs.record_type", ["diagnosis", "medication", "lab_result", "imaging"]],
        },
        approval: { approver_roles: ["attending_physician"] },
      },
    ],
    ["Deny when an agent reads in the EHR.", base],
    ["Deny when an agent reads in the imaging system.", { ...base, actions: ["imaging.read"] }],
    ["Deny when an agent reads in the lab system.", { ...base, actions: ["lab.read"] }],
    ["Deny when an agent dispenses in the order system.", { ...base, actions: ["order_system.dispense"] }],
    [
      "Deny when an agent reads an imaging study.",
      { ...base, actions: ["imaging.read"], resource_types: ["imaging_study"] },
    ],
    [
      "Deny when an agent does anything in the scheduling system, or submits in the CRM.",
      { ...base, actions: ["scheduling.*", "crm.submit"] },
    ],
    ["Deny when an agent uses labs.release.", { ...base, actions: ["labs.release"] }],
    ["Allow when an agent does anything.", { ...base, effect: "allow", actions: ["*"] }],
    [
      "Deny when an agent does anything in the EHR with a claim.",
      { ...base, actions: ["ehr.*"], resource_types: ["claim"] },
    ],
    [
      "Deny when an agent reads or writes a patient record or claim, or uses ehr.note.write on a patient record or claim.",
      {
        ...base,
        actions: ["ehr.read", "ehr.write", "ehr.note.write"],
        resource_types: ["patient_record", "claim"],
      },
    ],
    [
      "Require approval by an attending physician, then by two privacy officers when an agent reads in any system.",
      {
        ...base,
        effect: "require_approval",
        actions: ["*.read"],
        approval: {
          stages: [
            { approver_roles: ["attending_physician"] },
            { approver_roles: ["privacy_officer"], quorum: 2 },
          ],
        },
      },
    ],
    [
      "Deny when an agent reads a patient record whose vip is true, if the purpose is not TREAT. It does not apply when that cannot be told.",
      {
        ...base,
        resource_types: types,
        unknown: "no_match",
        condition: {
          op: "and",
          args: [
            { op: "eq", args: ["ctx.resource.attrs.vip", true] },
            { op: "not", args: [{ op: "eq", args: ["ctx.context.purpose", "TREAT"] }] },
          ],
        },
      },
    ],
  ])("%s", (sentence, policy) => {
    expect(describePolicy(policy)).toBe(sentence);
  });
});

describe("describeCondition", () => {
  it.each<[string, Condition]>([
    ["always", true],
    ["the agent's roles contain triage", { op: "contains", args: ["ctx.subject.roles", "triage"] }],
    [
      "the agent's unit is the resource's unit",
      { op: "eq", args: ["ctx.subject.attrs.unit", "ctx.resource.attrs.unit"] },
    ],
    [
      "the time is between 22:00 and 06:00 (America/New_York)",
      { op: "time_between", args: ["ctx.env.time", "22:00", "06:00", "America/New_York"] },
    ],
    ["the time is on Saturday or Sunday (UTC)", { op: "weekday_in", args: ["ctx.env.time", ["sat", "sun"]] }],
    ["the unit is none of icu or er", { op: "not_in", args: ["ctx.context.unit", ["icu", "er"]] }],
    [
      "the unit is icu or er",
      { op: "not", args: [{ op: "not_in", args: ["ctx.context.unit", ["icu", "er"]] }] },
    ],
    [
      "(the region is us-east or the count is at least 3) and the person acted for is absent",
      {
        op: "and",
        args: [
          {
            op: "or",
            args: [
              { op: "eq", args: ["ctx.env.region", "us-east"] },
              { op: "gte", args: ["ctx.context.count", 3] },
            ],
          },
          { op: "not", args: [{ op: "exists", args: ["ctx.on_behalf_of.id"] }] },
        ],
      },
    ],
    [
      "none of this holds (always; the purpose is empty)",
      { op: "not", args: [{ op: "or", args: [true, { op: "eq", args: ["ctx.context.purpose", ""] }] }] },
    ],
  ])("%s", (words, condition) => {
    expect(describeCondition(condition)).toBe(words);
  });
});
