import { describe, expect, it } from "vitest";
import { localeOfTag, negotiateLocale } from "./locales";

describe("negotiateLocale", () => {
  it("takes the reader's choice before what the browser says", () => {
    expect(negotiateLocale("es", "en-US")).toBe("es");
  });

  it.each([
    ["es-MX,es;q=0.9,en;q=0.8", "es"],
    ["en;q=0.5, es;q=0.7", "es"],
    ["de-DE, fr;q=0.9, es;q=0.1", "es"],
    ["es;q=0, en;q=0.1", "en"],
    ["de-DE,de", "en"],
    ["", "en"],
    [null, "en"],
  ])("reads %j as %s", (header, locale) => {
    expect(negotiateLocale(undefined, header)).toBe(locale);
  });

  it("takes no language that is not spoken here from the cookie", () => {
    expect(negotiateLocale("xx", "es")).toBe("es");
  });
});

describe("localeOfTag", () => {
  it("gives the language of a tag, and English for a stranger", () => {
    expect(localeOfTag("es-US")).toBe("es");
    expect(localeOfTag("fr")).toBe("en");
  });
});
