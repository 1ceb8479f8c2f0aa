import { describe, expect, test } from "vitest";
import type { Agent } from "@/lib/contracts/agents";
import { testTranslator } from "@/lib/i18n/test-translator";
import { changedFields, draftOf, formerFields, readDraft } from "./agent-draft";

const agent: Agent = {
  id: "agt_1",
  name: "Ward scribe",
  description: "",
  mode: "read_only",
  status: "active",
  status_reason: "",
  owner_user_id: "usr_1",
  roles: ["agent"],
  attrs: { unit: "icu", beds: 4 },
  daily_action_budget: null,
  actions_today: 3,
  created_at: "2026-11-01T08:00:00.000Z",
  updated_at: "2026-11-01T08:00:00.000Z",
};
const words = (locale: "en" | "es") => ({
  form: testTranslator("agents.form", locale),
  attributes: testTranslator("agents.attributes", locale),
});
const read = (over: Partial<ReturnType<typeof draftOf>>) => {
  const result = readDraft({ ...draftOf(agent, null), ...over }, words("en"));
  if (result.kind !== "agent") throw new Error("The draft has faults.");
  return result.agent;
};

describe("a draft", () => {
  test("that nobody touched changes nothing", () => {
    expect(changedFields(agent, read({}))).toEqual({});
  });

  test("tells what differs, and what takes that back", () => {
    const changed = changedFields(agent, read({ name: " Night scribe ", budget: "1,200" }));
    expect(changed).toEqual({ name: "Night scribe", daily_action_budget: 1200 });
    expect(formerFields(agent, changed)).toEqual({ name: "Ward scribe", daily_action_budget: null });
  });

  test.each([
    ["en", "Give the agent a name: people see it in every request.", 'Write JSON, such as {"ward": "3B"}.'],
    [
      "es",
      "Dé un nombre al agente: las personas lo ven en cada solicitud.",
      'Escriba JSON, por ejemplo {"ward": "3B"}.',
    ],
  ] as const)("says its faults in the reader’s language (%s)", (locale, name, json) => {
    const attributes = [{ key: 7, name: "ward", kind: "json" as const, value: "{" }];
    const result = readDraft({ ...draftOf(agent, null), name: " ", attributes }, words(locale));
    expect(result).toEqual({ kind: "faults", fields: { name }, rows: new Map([[7, json]]) });
  });
});
