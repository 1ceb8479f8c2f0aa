import { describe, expect, it } from "vitest";
import { type AuditFilter, dependsOnZone, instantOf, queryOf } from "./audit-filter";

const none: AuditFilter = {
  type: null,
  effect: null,
  actor: null,
  agent: null,
  action: null,
  resource_type: null,
  policy: null,
  approval: null,
  from: null,
  to: null,
  order: "newest",
};

describe("instantOf", () => {
  const chicago = () => 360;

  it("begins a day at the reader's midnight", () => {
    expect(instantOf("2026-11-23", "start", chicago)).toBe("2026-11-23T06:00:00.000Z");
  });

  it("ends a day with its last millisecond", () => {
    expect(instantOf("2026-11-23", "end", chicago)).toBe("2026-11-24T05:59:59.999Z");
  });

  it("takes an instant as it is and refuses anything else", () => {
    expect(instantOf("2026-11-23T01:02:03+01:00", "end", chicago)).toBe("2026-11-23T00:02:03.000Z");
    expect(instantOf("yesterday", "start", chicago)).toBeNull();
    expect(instantOf("2026-13-40", "start", chicago)).toBeNull();
  });
});

describe("queryOf", () => {
  it("leaves out what is not asked for", () => {
    expect(queryOf(none)).toEqual({ order: "newest" });
  });

  it("names things as the API does", () => {
    const filter = { ...none, agent: "agt_1", policy: "pol_1", effect: "deny" as const, action: "" };
    expect(queryOf(filter, "p-100")).toEqual({
      agent_id: "agt_1",
      policy_id: "pol_1",
      effect: "deny",
      resource_id: "p-100",
      order: "newest",
    });
  });

  it("knows that days depend on the reader's zone", () => {
    expect(dependsOnZone({ ...none, from: "2026-11-23" })).toBe(true);
    expect(dependsOnZone({ ...none, from: "2026-11-23T00:00:00Z" })).toBe(false);
  });
});
