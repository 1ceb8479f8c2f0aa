import { describe, expect, it } from "vitest";
import type { PolicyView } from "@/lib/contracts/policies";
import { filterPolicies } from "./policy-filters";

const view = (id: string, effect: PolicyView["effect"], name: string, action: string): PolicyView => ({
  id,
  version: 1,
  status: "published",
  display_name: name,
  effect,
  priority: 1,
  enabled: true,
  sentence: "",
  document: { display_name: name, effect, actions: [action], resource_types: ["patient_record"] },
  created_at: "2026-11-23T00:00:00Z",
  updated_at: "2026-11-23T00:00:00Z",
});
const policies = [
  view("pol_1", "deny", "Genómica", "ehr.read"),
  view("pol_2", "allow", "Billing", "claims.submit"),
];
const found = (q: string, effect: PolicyView["effect"] | null = null, language: "en" | "es" = "en") =>
  filterPolicies(policies, { q, effect }, language).map(({ id }) => id);

describe("filterPolicies", () => {
  it.each<[string, ReturnType<typeof found>, string[]]>([
    ["nothing asked", found("  "), ["pol_1", "pol_2"]],
    ["the name without its accent, in any case", found("GENOMICA"), ["pol_1"]],
    ["an action", found("claims.sub"), ["pol_2"]],
    ["words of the sentence, all of them", found("reads record"), ["pol_1"]],
    ["one word that is nowhere", found("reads nothing"), []],
    ["the sentence of the reader's language", found("presenta", null, "es"), ["pol_2"]],
    ["not of another language", found("presenta"), []],
    ["the effect", found("", "deny"), ["pol_1"]],
    ["the effect and the words", found("billing", "deny"), []],
    ["the id", found("pol_2"), ["pol_2"]],
  ])("%s", (_, ids, expected) => {
    expect(ids).toEqual(expected);
  });
});
