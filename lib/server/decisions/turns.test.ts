import { expect, test } from "vitest";
import { inTurn } from "./turns";

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("one organization's work runs one after another, in order, and a failure stops nobody else", async () => {
  const seen: string[] = [];
  let running = 0;
  const work = (name: string) => async () => {
    running += 1;
    expect(running).toBe(1);
    await pause(5);
    running -= 1;
    seen.push(name);
    if (name === "b") throw new Error("b failed");
    return name;
  };
  const results = await Promise.allSettled(["a", "b", "c"].map((name) => inTurn("org_1", work(name))));
  expect(seen).toEqual(["a", "b", "c"]);
  expect(results.map((result) => result.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});

test("organizations do not wait for each other", async () => {
  let release: () => void = () => undefined;
  const held = inTurn("org_2", () => new Promise<void>((resolve) => (release = resolve)));
  expect(await inTurn("org_3", async () => "through")).toBe("through");
  release();
  await held;
});

test("what waits is bounded", async () => {
  let release: () => void = () => undefined;
  const held = inTurn("org_4", () => new Promise<void>((resolve) => (release = resolve)));
  const waiting = Array.from({ length: 1023 }, () => inTurn("org_4", async () => undefined));
  await expect(inTurn("org_4", async () => undefined)).rejects.toMatchObject({ code: "unavailable" });
  release();
  await Promise.all([held, ...waiting]);
  expect(await inTurn("org_4", async () => "again")).toBe("again");
});
