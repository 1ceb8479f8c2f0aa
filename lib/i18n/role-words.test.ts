import { describe, expect, it } from "vitest";
import { BUILT_IN_ROLES } from "../access";
import { catalog } from "./catalog";
import { roleWords } from "./role-words";
import { testTranslator } from "./test-translator";

const [en, es] = [testTranslator("roles"), testTranslator("roles", "es")];

describe("roleWords", () => {
  it("calls every built-in role in English as it is stored, and has words for no other", () => {
    expect(catalog.en.roles).toEqual(
      Object.fromEntries(BUILT_IN_ROLES.map(({ name, displayName }) => [name, displayName])),
    );
    for (const role of BUILT_IN_ROLES) expect(roleWords(role, en)).toBe(role.displayName);
  });

  it("calls built-in roles in Spanish by their Spanish names", () => {
    expect(BUILT_IN_ROLES.map((role) => roleWords(role, es))).toEqual([
      "Administrador",
      "Oficial de privacidad",
      "Médico tratante",
      "Auditor",
      "Agente",
    ]);
  });

  it("leaves what an organization calls a role itself", () => {
    expect(roleWords({ name: "scribe", displayName: "Ward scribe" }, es)).toBe("Ward scribe");
    expect(roleWords({ name: "admin", displayName: "Chief of staff" }, es)).toBe("Chief of staff");
  });
});
