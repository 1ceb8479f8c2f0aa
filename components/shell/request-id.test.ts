import { describe, expect, it } from "vitest";
import { requestIdOf } from "./request-id";

describe("requestIdOf", () => {
  it("prefers the request id of the API over the digest", () => {
    expect(requestIdOf(Object.assign(new Error("no"), { requestId: "req_1", digest: "42" }))).toBe("req_1");
    expect(requestIdOf({ request_id: "req_2" })).toBe("req_2");
    expect(requestIdOf(Object.assign(new Error("no"), { digest: "42" }))).toBe("42");
  });

  it.each([null, undefined, "text", new Error("no"), { requestId: "" }])("finds none in %o", (error) => {
    expect(requestIdOf(error)).toBeNull();
  });
});
