import { describe, expect, test } from "vitest";
import { testTranslator } from "@/lib/i18n/test-translator";
import { type AgentReach, consequencesOf } from "./kill-switch-words";

const none: AgentReach = { keys: 0, bindings: 0, pending: { count: 0, hasMore: false } };
const said = (way: "on" | "off", reach: Partial<AgentReach>, locale: "en" | "es" = "en") =>
  consequencesOf(way, { ...none, ...reach }, testTranslator("agents.killSwitch", locale));

describe("what the kill switch does", () => {
  test("is told with how many keys, sign-ins and approvals it touches", () => {
    expect(said("off", { keys: 2, bindings: 1, pending: { count: 1, hasMore: false } })).toEqual([
      "Its very next call is denied, and every one after it, until it is switched on again.",
      "2 keys stop opening anything: they stay valid and are answered “denied”.",
      "1 sign-in by token stops in the same way.",
      "1 pending approval stays open until somebody answers or it expires; approved or not, it is denied while the agent is off.",
      "What it has done already is not undone.",
    ]);
  });

  test("says no more than the reader may see", () => {
    const sentences = said("off", { keys: null, bindings: null, pending: null });
    expect(sentences[1]).toBe("Its keys stay valid and are answered “denied”.");
    expect(sentences[2]).toBe("Pending approvals stay open; even an approved one is denied while it is off.");
    expect(sentences).toHaveLength(4);
  });

  test("counts as far as it has counted", () => {
    expect(said("off", { pending: { count: 20, hasMore: true } })[2]).toMatch(/^20 or more pending/);
  });

  test("is told in Spanish", () => {
    expect(said("off", { keys: 1, pending: { count: 2, hasMore: false } }, "es").slice(1, 3)).toEqual([
      "1 clave deja de abrir nada: sigue siendo válida y recibe «denegado».",
      "2 aprobaciones pendientes siguen abiertas hasta que alguien responda o venzan; aprobadas o no, se deniegan mientras el agente esté desactivado.",
    ]);
  });

  test("and what switching on does: approvals are mentioned where any may wait", () => {
    expect(said("on", { keys: 1 })).toEqual([
      "From its next call on, roles and policies decide again.",
      "Its key works as before.",
    ]);
    expect(said("on", { keys: 0, pending: { count: 1, hasMore: false } })).toHaveLength(3);
  });
});
