import { describe, expect, it } from "vitest";
import { nextPath } from "./next-path";

describe("nextPath", () => {
  it.each(["/inbox", "/audit?type=decision.evaluated&effect=deny#e12", "/approvals/apr_01", "/"])(
    "keeps %s",
    (path) => {
      expect(nextPath(path)).toBe(path);
    },
  );

  it.each([
    ["another site", "https://evil.example/inbox"],
    ["a protocol-relative address", "//evil.example"],
    ["a backslash that browsers read as a slash", "/\\evil.example"],
    ["a tab that browsers drop", "/\t/evil.example"],
    ["dots that resolve to two slashes", "/.//evil.example"],
    ["dots that climb to two slashes", "/a/..//evil.example"],
    ["a script", "javascript:alert(1)"],
    ["a relative path", "inbox"],
    ["the sign-in page itself", "/sign-in?next=/sign-in"],
    ["an API path", "/api/v1/session"],
    ["nothing", undefined],
    ["two values", ["/inbox", "/audit"]],
  ])("goes to the start instead of %s", (_, given) => {
    expect(nextPath(given)).toBe("/");
  });
});
