import { describe, expect, it } from "vitest";
import { testTranslator } from "../i18n/test-translator";
import { ApiError, unreachable } from "./api-error";
import { errorWords } from "./error-words";

const said = (code: string) =>
  new ApiError({
    type: "about:blank",
    title: "Error",
    status: 409,
    detail: "Version 4 is published.",
    code,
    request_id: "req_1",
  });

describe("errorWords", () => {
  it("keeps the server's own sentence for a reader of English", () => {
    expect(errorWords(said("unavailable"), testTranslator("errors"), "en-US")).toBe(
      "Version 4 is published.",
    );
  });

  it("adds that nothing was changed where the server refused and does not say so itself", () => {
    const en = testTranslator("errors");
    expect(errorWords(said("conflict"), en, "en-US")).toBe("Version 4 is published. Nothing was changed.");
    expect(errorWords(said("unauthenticated"), en, "en-US")).toMatch(/Nothing was changed\.$/);
    const told = new ApiError({ ...said("conflict").problem, detail: "Your vote was not counted." });
    expect(errorWords(told, en, "en-US")).toBe("Your vote was not counted.");
  });

  it("says the code's sentence in another language", () => {
    expect(errorWords(said("conflict"), testTranslator("errors", "es"), "es-US")).toMatch(/^Otra persona/);
    expect(errorWords(unreachable(), testTranslator("errors", "es"), "es-US")).toMatch(
      /^No se puede conectar/,
    );
  });

  it("shows nobody a sentence in another language", () => {
    const es = testTranslator("errors", "es");
    expect(errorWords(said("brand_new"), es, "es-US")).toMatch(/^No funcionó/);
    expect(errorWords(new TypeError("Failed to fetch"), es, "es-US")).toMatch(/^No funcionó/);
  });

  it("lets an error of the page speak for itself, and never shows what is not an error", () => {
    expect(errorWords(new Error("Choose a role."), testTranslator("errors"), "en-US")).toBe("Choose a role.");
    expect(errorWords({ secret: 1 }, testTranslator("errors"), "en-US")).toMatch(/^It did not work/);
  });
});
