import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";

const run = promisify(execFile);
const sdk = fileURLToPath(new URL(".", import.meta.url));
let consumer: string;

beforeAll(async () => {
  await run(process.execPath, [join(sdk, "build.mjs")]);
  consumer = await mkdtemp(join(tmpdir(), "kynara-sdk-"));
  await mkdir(join(consumer, "node_modules/@kynara"), { recursive: true });
  await symlink(sdk, join(consumer, "node_modules/@kynara/sdk"), "dir");
  await writeFile(join(consumer, "package.json"), JSON.stringify({ type: "module" }));
});
afterAll(() => rm(consumer, { recursive: true, force: true }));

it("what is published imports on its own in plain Node, and needs no package", async () => {
  const script = 'import * as sdk from "@kynara/sdk"; console.log(Object.keys(sdk).sort().join());';
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", script], { cwd: consumer });
  expect(stdout.trim()).toBe(
    "ApprovalCancelled,ApprovalDenied,ApprovalExpired,ApprovalRequired,Kynara,KynaraConfigurationError,KynaraError," +
      "KynaraRequestError,KynaraUnavailable,PermissionDenied,guarded",
  );
  expect(await readFile(join(sdk, "dist/index.js"), "utf8")).not.toMatch(/^import |require\(|node:/m);
});

it.each(["nodenext", "bundler"])(
  "the declarations type a consumer that resolves like %s",
  async (resolution) => {
    const code = `
    import { guarded, Kynara, PermissionDenied } from "@kynara/sdk";
    export const read: (id: string) => Promise<number> = guarded(
      { action: "ehr.read", resource: (id: string) => ({ type: "patient_record", id }) },
      (id) => id.length,
    );
    export const why = (error: unknown): string => error instanceof PermissionDenied ? (error.decision?.reason ?? "") : "";
    // @ts-expect-error a client needs a key
    new Kynara({ baseUrl: "https://kynara.example.org" });
  `;
    await writeFile(join(consumer, "consumer.ts"), code);
    const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
    const options = ["--noEmit", "--strict", "--module", resolution === "nodenext" ? "nodenext" : "esnext"];
    const checked = run(
      process.execPath,
      [tsc, ...options, "--moduleResolution", resolution, "--target", "es2022", "consumer.ts"],
      { cwd: consumer },
    );
    await expect(
      checked.then(
        () => "types agree",
        (error: { stdout: string }) => error.stdout,
      ),
    ).resolves.toBe("types agree");
  },
);
