import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { streamJsonList } from "./stream-json";

// The log that a fault is written to asks the configuration for its level.
beforeAll(() => {
  vi.stubEnv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none");
  vi.stubEnv("KYNARA_LOG_LEVEL", "silent");
});
afterAll(() => vi.unstubAllEnvs());

function* counting(count: number, made: { count: number }) {
  for (let n = 0; n < count; n += 1) {
    made.count += 1;
    yield { n, filler: "x".repeat(1000) };
  }
}

describe("streamJsonList", () => {
  test.each([0, 1, 3000])("%i items are one JSON document", async (count) => {
    const response = streamJsonList("results", counting(count, { count: 0 }));
    expect(response.headers.get("content-type")).toBe("application/json");
    const { results } = (await response.json()) as { results: { n: number }[] };
    expect(results.map(({ n }) => n)).toEqual(Array.from({ length: count }, (_, n) => n));
  });

  test("nothing is made for a reader who has gone", async () => {
    const made = { count: 0 };
    const reader = streamJsonList("results", counting(10_000_000, made)).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    const after = made.count;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(made.count).toBe(after);
    expect(after).toBeLessThan(10_000_000);
  });

  test("a fault breaks the answer off", async () => {
    const items = (function* () {
      yield 1;
      throw new Error("no");
    })();
    await expect(streamJsonList("results", items).text()).rejects.toThrow("no");
  });
});
