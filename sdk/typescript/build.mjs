// Makes what `@kynara/sdk` publishes: dist/index.js (one ES module for Node 18 and browsers) and its declarations.
import { execFile } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

const folder = fileURLToPath(new URL(".", import.meta.url));
const require = createRequire(import.meta.url);

/** Builds into dist/. Rejects, with the compiler's words, when the source does not type-check. */
export async function buildSdk() {
  const { build } = await import("esbuild");
  await Promise.all([
    build({
      absWorkingDir: folder,
      entryPoints: ["src/index.ts"],
      outfile: "dist/index.js",
      bundle: true,
      platform: "neutral",
      format: "esm",
      target: ["node18", "es2022"],
      logLevel: "warning",
    }),
    declarations(),
  ]);
}

async function declarations() {
  const tsc = join(dirname(require.resolve("typescript/package.json")), "bin", "tsc");
  try {
    await promisify(execFile)(process.execPath, [tsc, "-p", join(folder, "tsconfig.build.json")]);
  } catch (error) {
    throw new Error(`The SDK does not type-check:\n${error.stdout || error.message}`, { cause: error });
  }
  const dist = join(folder, "dist");
  for (const name of (await readdir(dist)).filter((file) => file.endsWith(".d.ts"))) {
    const path = join(dist, name);
    const text = await readFile(path, "utf8");
    // Node's own module resolution, unlike a bundler's, wants the extension in a declaration too.
    await writeFile(path, text.replace(/(from "\.\/[\w-]+)"/g, '$1.js"'));
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildSdk();
