import { describe, expect, test } from "vitest";
import { countPlaywright, countUnittest, countVitest } from "./test-counts.mjs";

describe("countVitest", () => {
  const file = { status: "passed", assertionResults: [{ status: "passed" }] };

  test("counts passed and failed tests", () => {
    const report = { numPassedTests: 7, numFailedTests: 2, testResults: [file] };
    expect(countVitest(report, 1)).toEqual({ passed: 7, failed: 2 });
  });

  test("counts a file that did not load as a failure", () => {
    const broken = { status: "failed", assertionResults: [] };
    const report = { numPassedTests: 7, numFailedTests: 0, testResults: [file, broken] };
    expect(countVitest(report, 1)).toEqual({ passed: 7, failed: 1 });
  });

  test("does not take a crash, an empty run or a missing report for success", () => {
    expect(countVitest({ numPassedTests: 7, numFailedTests: 0, testResults: [file] }, 1).failed).toBe(1);
    expect(countVitest({ numPassedTests: 0, numFailedTests: 0, testResults: [] }, 0).failed).toBe(1);
    expect(countVitest(null, 0).failed).toBe(1);
  });
});

describe("countPlaywright", () => {
  test("counts a flaky test as failed", () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 } };
    expect(countPlaywright(report, 1)).toEqual({ passed: 5, failed: 2 });
  });

  test("does not take a crash, an empty run or a missing report for success", () => {
    expect(countPlaywright({ stats: { expected: 5, unexpected: 0, flaky: 0 } }, 1).failed).toBe(1);
    expect(countPlaywright({ stats: { expected: 0, unexpected: 0, flaky: 0 } }, 0).failed).toBe(1);
    expect(countPlaywright(null, 0).failed).toBe(1);
  });
});

describe("countUnittest", () => {
  test("reads the closing lines", () => {
    expect(countUnittest("Ran 12 tests in 0.3s\n\nOK (skipped=2)\n", 0)).toEqual({ passed: 10, failed: 0 });
    expect(countUnittest("Ran 1 test in 0.0s\n\nOK\n", 0)).toEqual({ passed: 1, failed: 0 });
    expect(countUnittest("Ran 12 tests in 0.3s\n\nFAILED (failures=1, errors=2, skipped=1)\n", 1)).toEqual({
      passed: 8,
      failed: 3,
    });
  });

  test("does not take a crash or an empty run for success", () => {
    expect(countUnittest("Traceback (most recent call last):", 1).failed).toBe(1);
    expect(countUnittest("Ran 0 tests in 0.0s\n\nNO TESTS RAN\n", 5).failed).toBe(1);
    expect(countUnittest("Ran 3 tests in 0.0s\n\nOK\n", 1).failed).toBe(1);
  });
});
