import { readFileSync, realpathSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** Bundles the command into one file that needs nothing but node: `dist/kynara.mjs`. */
export async function buildCli() {
  const { version } = JSON.parse(readFileSync(`${folder}package.json`, "utf8"));
  const { outputFiles } = await build({
    entryPoints: [`${folder}src/main.ts`],
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node18",
    legalComments: "inline",
    define: { KYNARA_VERSION: JSON.stringify(version) },
    logLevel: "warning",
  });
  await mkdir(`${folder}dist`, { recursive: true });
  // A rename is atomic: a command that starts meanwhile reads the old bundle or the new one, never half of one.
  const draft = `${folder}dist/.kynara.${process.pid}.mjs`;
  await writeFile(draft, outputFiles[0].contents);
  await rename(draft, `${folder}dist/kynara.mjs`);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await buildCli();
