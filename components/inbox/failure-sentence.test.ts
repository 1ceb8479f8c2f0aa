import { describe, expect, it } from "vitest";
import { ApiError } from "@/lib/client/api-error";
import { errorWords } from "@/lib/client/error-words";
import type { Locale } from "@/lib/i18n/locales";
import { testTranslator } from "@/lib/i18n/test-translator";
import { failureSentence, leavesDoubt } from "./failure-sentence";

const failed = (status: number, code: string, detail: string) =>
  new ApiError({ type: "about:blank", title: "Error", status, detail, code, request_id: "req_1" });

const said = (error: unknown, locale: Locale = "en") =>
  failureSentence(error, testTranslator("inbox.failure", locale), (one) =>
    errorWords(one, testTranslator("errors", locale), locale),
  );

describe("failureSentence", () => {
  it("says that nothing was changed, once", () => {
    const forbidden = failed(403, "forbidden", "Only nurses may decide this request.");
    expect(said(forbidden)).toBe("Only nurses may decide this request. Nothing was changed.");
    expect(said(forbidden, "es")).toMatch(/No se cambió nada\./);
    expect(leavesDoubt(forbidden)).toBe(false);
    const conflict = failed(409, "conflict", "Already denied by Dr. Mehta. Your vote was not counted.");
    expect(said(conflict)).toBe("Already denied by Dr. Mehta. Your vote was not counted.");
  });

  it("never says so where it is not certain", () => {
    for (const error of [
      failed(0, "unreachable", "Kynara cannot be reached."),
      failed(500, "internal", "Something went wrong."),
      failed(502, "unexpected", "The server answered 502 without saying why."),
      new TypeError("x is undefined"),
    ]) {
      expect(leavesDoubt(error)).toBe(true);
      expect(said(error)).not.toMatch(/nothing was changed/i);
      expect(said(error, "es")).not.toMatch(/no se cambió nada/i);
    }
  });

  it("says that the session is over", () => {
    expect(said(failed(401, "unauthenticated", "No session."), "es")).toMatch(/^Su sesión terminó/);
  });
});
