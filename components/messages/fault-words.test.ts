import { describe, expect, it } from "vitest";
import { FAULT_CODES } from "@/lib/contracts/fault-codes";
import { catalog } from "@/lib/i18n/catalog";
import { LOCALES } from "@/lib/i18n/locales";
import { testTranslator } from "@/lib/i18n/test-translator";
import { faultWords } from "./fault-words";

const es = testTranslator("errors.faults", "es");

describe("faultWords", () => {
  it.each(LOCALES)("has a sentence for each code, and for no other, in %s", (locale) => {
    expect(Object.keys(catalog[locale].errors.faults).sort()).toEqual([...FAULT_CODES].sort());
  });

  it("says a fault by its code, with what fills its gaps", () => {
    const message = "There is no role scribe.";
    expect(faultWords({ message, code: "no_role", params: { name: "scribe" } }, es)).toBe(
      "No existe el rol scribe.",
    );
  });

  it("leaves the server's sentence where this version knows no code for it", () => {
    expect(faultWords({ message: "is odd" }, es)).toBe("is odd");
    expect(faultWords({ message: "is odd", code: "later", params: {} }, es)).toBe("is odd");
  });
});
