import { describe, expect, test } from "vitest";
import { countPlaywright, countUnittest, countVitest } from "./test-counts.mjs";

describe("countVitest", () => {
  const file = { name: "c.test.ts", status: "passed", assertionResults: [{ status: "passed" }] };

  test("counts passed and failed tests", () => {
    const report = { numPassedTests: 7, numFailedTests: 2, testResults: [file] };
    expect(countVitest(report, 1)).toMatchObject({ passed: 7, failed: 2 });
  });

  test("counts a file that did not load as a failure", () => {
    const broken = { name: "d.test.ts", status: "failed", assertionResults: [] };
    const report = { numPassedTests: 7, numFailedTests: 0, testResults: [file, broken] };
    expect(countVitest(report, 1)).toMatchObject({ passed: 7, failed: 1 });
  });

  test("names what failed, with the beginning of what it said", () => {
    const failed = {
      status: "failed",
      fullName: "counts",
      failureMessages: ["\u001b[31mError: one\nat line 1"],
    };
    const report = {
      numPassedTests: 1,
      numFailedTests: 1,
      testResults: [
        { name: "a.test.ts", status: "failed", assertionResults: [{ status: "passed" }, failed] },
        { name: "b.test.ts", status: "failed", message: "no such module", assertionResults: [] },
      ],
    };
    expect(countVitest(report, 1)).toEqual({
      passed: 1,
      failed: 2,
      told: ["a.test.ts › counts\n    Error: one\n    at line 1", "b.test.ts\n    no such module"],
    });
  });

  test("does not take a crash, an empty run or a missing report for success", () => {
    expect(countVitest({ numPassedTests: 7, numFailedTests: 0, testResults: [file] }, 1).failed).toBe(1);
    expect(countVitest({ numPassedTests: 0, numFailedTests: 0, testResults: [] }, 0).failed).toBe(1);
    expect(countVitest(null, 0).failed).toBe(1);
  });
});

describe("countPlaywright", () => {
  test("counts a test that passed when it was tried again, and tells it apart", () => {
    const results = [{ error: { message: "two buttons" } }, {}];
    const specs = [{ file: "a.spec.ts", title: "stops", ok: true, tests: [{ status: "flaky", results }] }];
    const report = { stats: { expected: 5, unexpected: 0, flaky: 1, skipped: 2 }, suites: [{ specs }] };
    expect(countPlaywright(report, 0)).toEqual({
      passed: 6,
      failed: 0,
      told: [],
      unsteady: ["a.spec.ts › stops\n    two buttons"],
    });
  });

  test("names what failed, however deep it stands", () => {
    const tests = [{ results: [{ error: { message: "timed out" } }, {}] }];
    const inner = { specs: [{ file: "a.spec.ts", title: "signs in", ok: false, tests }] };
    const report = {
      stats: { expected: 1, unexpected: 1, flaky: 0 },
      suites: [{ specs: [{ file: "a.spec.ts", title: "signs out", ok: true, tests: [] }], suites: [inner] }],
    };
    expect(countPlaywright(report, 1).told).toEqual(["a.spec.ts › signs in\n    timed out"]);
  });

  test("does not take a crash, an empty run or a missing report for success", () => {
    expect(countPlaywright({ stats: { expected: 5, unexpected: 0, flaky: 0 }, suites: [] }, 1).failed).toBe(
      1,
    );
    expect(countPlaywright({ stats: { expected: 0, unexpected: 0, flaky: 0 }, suites: [] }, 0).failed).toBe(
      1,
    );
    expect(countPlaywright(null, 0).failed).toBe(1);
  });
});

describe("countUnittest", () => {
  test("reads the closing lines", () => {
    expect(countUnittest("Ran 12 tests in 0.3s\n\nOK (skipped=2)\n", 0)).toEqual({
      passed: 10,
      failed: 0,
      told: [],
    });
    expect(countUnittest("Ran 1 test in 0.0s\n\nOK\n", 0)).toMatchObject({ passed: 1, failed: 0 });
    expect(
      countUnittest("Ran 12 tests in 0.3s\n\nFAILED (failures=1, errors=2, skipped=1)\n", 1),
    ).toMatchObject({
      passed: 8,
      failed: 3,
    });
  });

  test("names what failed", () => {
    const output = "FAIL: test_asks (test_client.Asks)\n\nRan 2 tests in 0.0s\n\nFAILED (failures=1)\n";
    expect(countUnittest(output, 1).told).toEqual(["test_asks (test_client.Asks)"]);
  });

  test("does not take a crash or an empty run for success", () => {
    expect(countUnittest("Traceback (most recent call last):", 1).failed).toBe(1);
    expect(countUnittest("Ran 0 tests in 0.0s\n\nNO TESTS RAN\n", 5).failed).toBe(1);
    expect(countUnittest("Ran 3 tests in 0.0s\n\nOK\n", 1).failed).toBe(1);
  });
});
