// Reads the reports of the test runners. A runner that fails without naming a test counts as one failure.

/** @param report the JSON of `vitest --reporter=json`, or null when it wrote none */
export function countVitest(report, code) {
  if (report === null) return { passed: 0, failed: 1 };
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((test) => test.status !== "failed"),
  ).length;
  return atLeastOneFailure(report.numPassedTests, report.numFailedTests + brokenFiles, code);
}

/** @param report the JSON of `playwright test --reporter=json`, or null when it wrote none */
export function countPlaywright(report, code) {
  if (report === null) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = report.stats;
  return atLeastOneFailure(expected, unexpected + flaky, code);
}

/** Reads the closing lines of unittest: `Ran 12 tests in 0.3s`, then `OK (skipped=1)` or `FAILED (failures=1, errors=2)`. */
export function countUnittest(output, code) {
  const ran = Number(/^Ran (\d+) tests?/m.exec(output)?.[1] ?? 0);
  const verdict = /^(?:OK|FAILED|NO TESTS RAN)(?: \((.*)\))?$/m.exec(output)?.[1] ?? "";
  const counted = (name) => Number(new RegExp(`\\b${name}=(\\d+)`).exec(verdict)?.[1] ?? 0);
  const failed = counted("failures") + counted("errors") + counted("unexpected successes");
  // Neither a crash before the first test nor an empty folder is a success.
  if (failed === 0 && (code !== 0 || ran === 0)) return { passed: 0, failed: 1 };
  return { passed: Math.max(ran - failed - counted("skipped"), 0), failed };
}

function atLeastOneFailure(passed, failed, code) {
  const missing = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: missing ? 1 : failed };
}
