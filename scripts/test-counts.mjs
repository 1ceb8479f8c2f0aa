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

function atLeastOneFailure(passed, failed, code) {
  const missing = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: missing ? 1 : failed };
}
