import { describe, expect, it } from "vitest";
import { DECISION_REASONS } from "@/lib/contracts/decision-reasons";
import { type RecordedDecision, recordedStages } from "./recorded-stages";

const stages = (over: Partial<RecordedDecision>) =>
  recordedStages({ effect: "allow", reason: "policy", hasGrants: false, words: "Because.", ...over });
const outcomes = (over: Partial<RecordedDecision>) => stages(over).map((stage) => stage.outcome);

describe("recordedStages", () => {
  // The order shown: gates, roles, emergency access, policies, approval.
  it.each<[string, Partial<RecordedDecision>, string[]]>([
    ["a policy that allows", {}, ["pass", "pass", "unused", "allow", "unused"]],
    ["a policy that denies", { effect: "deny" }, ["pass", "pass", "not_reached", "deny", "not_reached"]],
    [
      "a closed gate",
      { effect: "deny", reason: "agent_disabled" },
      ["deny", "not_reached", "not_reached", "not_reached", "not_reached"],
    ],
    [
      "a missing role",
      { effect: "deny", reason: "not_permitted" },
      ["pass", "deny", "not_reached", "not_reached", "not_reached"],
    ],
    [
      "an approval asked for",
      { effect: "require_approval", reason: "approval_required" },
      ["pass", "pass", "unused", "require_approval", "require_approval"],
    ],
    [
      "an approval given",
      { reason: "approval_granted" },
      ["pass", "pass", "unused", "require_approval", "allow"],
    ],
    [
      "an approval that does not fit",
      { effect: "deny", reason: "approval_not_valid" },
      ["pass", "pass", "unused", "require_approval", "deny"],
    ],
    [
      "emergency access for an approval",
      { reason: "grant", hasGrants: true },
      ["pass", "pass", "allow", "require_approval", "unused"],
    ],
    ["emergency access for a role", { hasGrants: true }, ["pass", "pass", "pass", "allow", "unused"]],
  ])("%s", (_, over, expected) => expect(outcomes(over)).toEqual(expected));

  it("names one stage that answered, with the reason, whatever the reason is", () => {
    for (const reason of DECISION_REASONS) {
      const decisive = stages({ reason }).filter((stage) => stage.isDecisive);
      expect(decisive.map((stage) => stage.said)).toEqual([{ message: "Because." }]);
    }
  });
});
