// `npm test`: everything, from a fresh clone. The last line is `N passed, N failed`; lint, types and build count as one each.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { endChildrenOnSignals, run } from "./child.mjs";
import { installIfNeeded } from "./install.mjs";
import { countPlaywright, countVitest } from "./test-counts.mjs";
import { testPython } from "./test-python.mjs";

const chromium = "/usr/bin/chromium";
const reports = mkdtempSync(join(tmpdir(), "kynara-reports-"));
const env = testEnvironment();
const total = { passed: 0, failed: 0 };
const failures = [];
const unsteady = [];

endChildrenOnSignals();
if (await preparation("install", installIfNeeded)) {
  await preparation("generate", () => node("scripts/generate.mjs"));
  await step("lint", () => node("scripts/lint.mjs"));
  await step("types", () => node("node_modules/typescript/bin/tsc", "--noEmit"));
  await step("unit and integration tests", vitest);
  await step("Python SDK", testPython);
  if (
    (await step("build", () => node("scripts/build.mjs"))) &&
    (await preparation("browser", installChromium))
  ) {
    await step("browser tests", playwright);
  }
}
rmSync(reports, { recursive: true, force: true });
if (unsteady.length > 0) console.log(`\nPassed only when tried again:\n${unsteady.join("\n")}`);
if (failures.length > 0) console.log(`\nFailed:\n${failures.join("\n")}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);

/** Runs one step; its answer is a count of tests, or whether the one check that it is has passed. */
async function step(name, work) {
  console.log(`\n── ${name}`);
  const startedAt = Date.now();
  const result = await work();
  const count = typeof result === "object" ? result : { passed: result ? 1 : 0, failed: result ? 0 : 1 };
  total.passed += count.passed;
  total.failed += count.failed;
  if (count.failed > 0) failures.push(name, ...indented(count.told));
  unsteady.push(...indented(count.unsteady));
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`── ${name}: ${count.passed} passed, ${count.failed} failed, ${seconds} s`);
  return count.failed === 0;
}

function indented(tests = []) {
  return tests.map((one) => one.replace(/^/gm, "  "));
}

/** Something the checks need and that is none itself: it counts only when it fails. */
function preparation(name, work) {
  return step(name, async () => ((await work()) ? { passed: 0, failed: 0 } : { passed: 0, failed: 1 }));
}

async function node(...args) {
  return (await run(process.execPath, args, { env })) === 0;
}

async function vitest() {
  const report = join(reports, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await run(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...reporters], { env });
  return countVitest(readReport(report), code);
}

async function playwright() {
  const report = join(reports, "playwright.json");
  const code = await run(
    process.execPath,
    ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"],
    { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
  );
  return countPlaywright(readReport(report), code);
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

async function installChromium() {
  if (existsSync(chromium)) return true;
  if (process.getuid?.() !== 0) {
    console.error(`The browser tests need ${chromium}: install it with \`sudo apt-get install chromium\`.`);
    return false;
  }
  const aptEnv = { env: { ...env, DEBIAN_FRONTEND: "noninteractive" } };
  await run("apt-get", ["update"], aptEnv);
  return (await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], aptEnv)) === 0;
}

// What somebody exported for a server of their own must neither steer the tests nor be touched by them.
function testEnvironment() {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(KYNARA_|DATABASE_URL$|AUTH_|PORT$|HOSTNAME$|NODE_ENV$)/.test(name),
  );
  return { ...Object.fromEntries(own), CI: "1", NEXT_TELEMETRY_DISABLED: "1" };
}
