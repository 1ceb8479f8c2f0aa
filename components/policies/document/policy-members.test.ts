import { describe, expect, it } from "vitest";
import { wholeNumber, withEffect, withMember } from "./policy-members";

describe("members of a policy", () => {
  it("drops an unknown that was only the old effect's default, so that no allow matches on missing data", () => {
    const deny = { effect: "deny", unknown: "match", actions: ["a"] };
    expect(withEffect(deny, "allow")).toEqual({ effect: "allow", actions: ["a"] });
    expect(withEffect({ ...deny, unknown: "no_match" }, "allow").unknown).toBe("no_match");
  });

  it("drops approval rules with the effect that has them", () => {
    const policy = { effect: "require_approval", approval: { quorum: 2 } };
    expect(withEffect(policy, "deny")).toEqual({ effect: "deny" });
  });

  it("hands what is no whole number on as it was typed", () => {
    expect([wholeNumber("12"), wholeNumber(" "), wholeNumber("1.5"), wholeNumber("007")]).toEqual([
      12,
      undefined,
      "1.5",
      "007",
    ]);
  });

  it("takes a member away", () => {
    expect(withMember({ a: 1, b: 2 }, "a", undefined)).toEqual({ b: 2 });
  });
});
