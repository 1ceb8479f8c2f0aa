import { describe, expect, test } from "vitest";
import type { Policy } from "@/lib/policy";
import { agentPowers } from "./agent-powers";

const policy = (id: string, over: Partial<Policy>) => ({
  id,
  policy: { display_name: id, effect: "allow", actions: ["ehr.read"], ...over } as Policy,
});
const role = (allows: { actions: string[]; resource_types?: string[] }[]) => ({
  name: "scribe",
  displayName: "Scribe",
  allows,
});
const idsOf = (
  mode: "read_only" | "read_write",
  allows: Parameters<typeof role>[0],
  ...policies: ReturnType<typeof policy>[]
) => agentPowers(mode, [role(allows)], policies).policies.map(({ id }) => id);

describe("agentPowers", () => {
  test("keeps the policies that a permitted request can meet, in evaluation order", () => {
    const ids = idsOf(
      "read_write",
      [{ actions: ["ehr.*"], resource_types: ["patient_record"] }],
      policy("late", { priority: 300 }),
      policy("early", { priority: 10, effect: "deny", actions: ["*.read"] }),
      policy("other_system", { actions: ["billing.submit"] }),
      policy("other_type", { resource_types: ["claim"] }),
      policy("off", { enabled: false }),
    );
    expect(ids).toEqual(["early", "late"]);
  });

  test("a read-only agent meets no policy about writing", () => {
    const policies = [policy("write", { actions: ["ehr.write"] }), policy("all", { actions: ["ehr.*"] })];
    expect(idsOf("read_only", [{ actions: ["*"] }], ...policies)).toEqual(["all"]);
    expect(idsOf("read_only", [{ actions: ["ehr.write"] }], ...policies)).toEqual([]);
  });

  test("without a role nothing is met", () => {
    expect(agentPowers("read_write", [], [policy("p", {})])).toEqual({
      roles: [],
      policies: [],
      example: null,
    });
  });

  test("takes an example that a policy names in full", () => {
    const { example } = agentPowers(
      "read_only",
      [role([{ actions: ["*"] }])],
      [
        policy("wide", { priority: 1, actions: ["*"] }),
        policy("named", { actions: ["ehr.write", "ehr.read"], resource_types: ["patient_record"] }),
      ],
    );
    expect(example).toEqual({ action: "ehr.read", resourceType: "patient_record" });
  });
});

test("the powers are told in the reader's language", () => {
  const { roles, policies } = agentPowers(
    "read_write",
    [role([{ actions: ["ehr.*"], resource_types: ["patient_record"] }])],
    [policy("p", { effect: "deny" })],
    "es",
  );
  expect(roles[0]?.permits).toEqual(["todo en el EHR sobre un expediente del paciente"]);
  expect(policies[0]?.sentence).toBe("Denegar cuando un agente lee en el EHR.");
});
