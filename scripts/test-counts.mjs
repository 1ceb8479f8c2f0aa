// Reads the reports of the test runners. A runner that fails without naming a test counts as one failure.
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";

const TOLD_LINES = 6;
const TOLD_COLUMNS = 300;

/** @param report the JSON of `vitest --reporter=json`, or null when it wrote none */
export function countVitest(report, code) {
  if (report === null) return { passed: 0, failed: 1, told: [] };
  const told = [];
  let broken = 0;
  for (const { name, status, message, assertionResults } of report.testResults) {
    if (status !== "failed") continue;
    const file = relative(process.cwd(), name);
    const failed = assertionResults.filter((test) => test.status === "failed");
    for (const test of failed) told.push(tell(`${file} › ${test.fullName}`, test.failureMessages?.[0]));
    if (failed.length > 0) continue;
    broken += 1;
    told.push(tell(file, message));
  }
  return { ...atLeastOneFailure(report.numPassedTests, report.numFailedTests + broken, code), told };
}

/**
 * A test that passed only when it was tried again is counted as passed and told apart: it has found something, which a
 * busy machine must not turn into a refusal of somebody else's change.
 *
 * @param report the JSON of `playwright test --reporter=json`, or null when it wrote none
 */
export function countPlaywright(report, code) {
  if (report === null) return { passed: 0, failed: 1, told: [] };
  const { expected, unexpected, flaky } = report.stats;
  const specs = report.suites.flatMap(specsOf);
  const tellAll = (some) => some.map((spec) => tell(`${spec.file} › ${spec.title}`, firstError(spec)));
  return {
    ...atLeastOneFailure(expected + flaky, unexpected, code),
    told: tellAll(specs.filter((spec) => !spec.ok)),
    unsteady: tellAll(specs.filter((spec) => spec.ok && spec.tests.some((test) => test.status === "flaky"))),
  };
}

function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

function firstError(spec) {
  const results = spec.tests.flatMap((test) => test.results);
  return results.map((result) => result.error?.message).find((message) => message !== undefined);
}

/** Reads the closing lines of unittest: `Ran 12 tests in 0.3s`, then `OK (skipped=1)` or `FAILED (failures=1, errors=2)`. */
export function countUnittest(output, code) {
  const ran = Number(/^Ran (\d+) tests?/m.exec(output)?.[1] ?? 0);
  const verdict = /^(?:OK|FAILED|NO TESTS RAN)(?: \((.*)\))?$/m.exec(output)?.[1] ?? "";
  const counted = (name) => Number(new RegExp(`\\b${name}=(\\d+)`).exec(verdict)?.[1] ?? 0);
  const failed = counted("failures") + counted("errors") + counted("unexpected successes");
  // Neither a crash before the first test nor an empty folder is a success.
  const told = [...output.matchAll(/^(?:FAIL|ERROR): (.+)$/gm)].map((line) => line[1]);
  if (failed === 0 && (code !== 0 || ran === 0)) return { passed: 0, failed: 1, told };
  return { passed: Math.max(ran - failed - counted("skipped"), 0), failed, told };
}

/** A failed test with the beginning of what it said: enough to know it by where only the end of the output is kept. */
function tell(name, message = "") {
  const lines = stripVTControlCharacters(message).split("\n");
  return [name, ...lines.slice(0, TOLD_LINES).map((line) => `    ${line.slice(0, TOLD_COLUMNS)}`)].join("\n");
}

function atLeastOneFailure(passed, failed, code) {
  const missing = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: missing ? 1 : failed };
}
