// `npm run test:python`: the Python SDK's tests, with the standard library alone.
import { pathToFileURL } from "node:url";
import { run } from "./child.mjs";

/** @returns {Promise<{ passed: number, failed: number }>} */
export async function testPython() {
  let output = "";
  const code = await run("python3", ["-m", "unittest", "discover", "-s", "sdk/python/tests", "-v"], {
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" },
    onOutput: (chunk) => {
      output += chunk;
    },
  });
  return countUnittest(output, code);
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

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { passed, failed } = await testPython();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
