import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { API_KEY, KynaraServer } from "../../sdk/typescript/src/testing/kynara-server";
import { type RunningFhirServer, startFhirServer } from "../fhir-server/server";

const root = fileURLToPath(new URL("../..", import.meta.url));
const bundled = `${root}node_modules/.cache/kynara/clinical-agent-test-${process.pid}.mjs`;
const agents = {
  Python: ["python3", `${root}examples/clinical-agent/python/agent.py`],
  TypeScript: [process.execPath, bundled],
} as const;

let fhir: RunningFhirServer;
let kynara: KynaraServer;

beforeAll(async () => {
  fhir = await startFhirServer({ port: 0 });
  await build({
    entryPoints: [`${root}examples/clinical-agent/typescript/agent.ts`],
    outfile: bundled,
    bundle: true,
    platform: "node",
    format: "esm",
    // The SDK's source, so that this test does not depend on when the package was last built.
    alias: { "@kynara/sdk": `${root}sdk/typescript/src/index.ts` },
  });
});
afterAll(async () => {
  await fhir.stop();
  await rm(bundled, { force: true });
});
beforeEach(async () => {
  kynara = await KynaraServer.start();
});
afterEach(() => kynara.stop());

describe.each(Object.entries(agents))("the %s agent", (_, [command, script]) => {
  function start(args: readonly string[], apiKey = API_KEY): ChildProcess {
    return spawn(command, [script, ...args], {
      env: {
        NODE_ENV: "test",
        PATH: process.env.PATH,
        PYTHONPATH: `${root}sdk/python`,
        PYTHONDONTWRITEBYTECODE: "1",
        KYNARA_BASE_URL: kynara.url,
        KYNARA_API_KEY: apiKey,
        FHIR_BASE_URL: fhir.baseUrl,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
  }

  async function run(args: readonly string[], apiKey?: string): Promise<{ code: number; output: string }> {
    const child = start(args, apiKey);
    const output = collect(child);
    const [code] = await once(child, "close");
    return { code, output: output() };
  }

  it("summarizes a patient, with a person's approval for each clinical part", async () => {
    kynara.person = { state: "approved" };
    const { code, output } = await run(["123"]);
    const url = (n: number) => `${kynara.url}/inbox/apr_${n}`;
    expect(output.trim().split("\n")).toEqual([
      "Summary of patient 123",
      "demographics: allowed (dec_1)",
      "  Homer Simpson, male, born 1956-05-12",
      `diagnosis: waiting for a physician: ${url(1)}`,
      "diagnosis: allowed (dec_3)",
      "  Type 2 diabetes mellitus, since 2014-03-11",
      "  Essential hypertension, since 2011-09-02",
      "  Hyperlipidemia, since 2012-01-20",
      "  Obesity, since 2005-06-14",
      `medication: waiting for a physician: ${url(2)}`,
      "medication: allowed (dec_5)",
      "  Metformin hydrochloride 500 mg oral tablet: 1 tablet twice a day with meals",
      "  Lisinopril 10 mg oral tablet: 1 tablet every morning",
      "  Atorvastatin 20 mg oral tablet: 1 tablet at bedtime",
      `lab_result: waiting for a physician: ${url(3)}`,
      "lab_result: allowed (dec_7)",
      "  Hemoglobin A1c 7.9 % (high), 2026-11-16",
      "  LDL cholesterol 131 mg/dL (high), 2026-11-16",
      "  Creatinine 0.9 mg/dL, 2026-11-16",
      "  Alanine aminotransferase 61 U/L (high), 2026-11-16",
    ]);
    expect(code).toBe(0);
  });

  it("waits, and shows the diagnosis only after the person has decided", async () => {
    const child = start(["marge-simpson", "diagnosis"]);
    const output = collect(child);
    const closed = once(child, "close");
    await expect
      .poll(() => [output().includes("waiting for a physician"), kynara.polls.length], { timeout: 10_000 })
      .toEqual([true, 1]);
    expect(output()).not.toContain("anemia");
    kynara.decide("apr_1", "approved");
    expect((await closed)[0]).toBe(0);
    expect(output()).toContain("  Iron deficiency anemia, since 2026-08-03");
  });

  it("goes on after a refusal, reads nothing of it, and says why", async () => {
    kynara.person = { state: "denied", reason: "Not your patient" };
    const { code, output } = await run(["123", "demographics", "diagnosis"]);
    expect(output).toContain("  Homer Simpson");
    expect(output).toMatch(/diagnosis: not read\. .*denied by a person: Not your patient/);
    expect(output).not.toContain("diabetes");
    expect(code).toBe(1);
  });

  it("reads nothing when its key is not accepted", async () => {
    const { code, output } = await run(["123", "demographics"], "sk_live_revoked");
    expect(output).toContain("Check KYNARA_API_KEY");
    expect(output).not.toContain("Homer");
    expect(code).toBe(1);
  });
});

/** Gathers what a process prints; call the result for what there is so far. */
function collect(child: ChildProcess): () => string {
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
  }
  return () => output;
}
