// `npm run test:python`: the Python SDK's tests, with the standard library alone.
import { pathToFileURL } from "node:url";
import { run } from "./child.mjs";
import { countUnittest } from "./test-counts.mjs";

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

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { passed, failed } = await testPython();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
