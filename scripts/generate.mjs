// Makes what is not in git: the Prisma client, the command line and the TypeScript SDK. npm runs it after each install
// (`prepare`), so it is quick when nothing changed, and leaves out what is not there.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { root } from "./bundle.mjs";

const require = createRequire(import.meta.url);
const cache = `${root}node_modules/.cache/kynara`;

/** @returns {Promise<boolean>} whether everything that could be made was made */
export async function generate() {
  const made = [
    generatePrismaClient(),
    await runBuild("cli/build.mjs", "buildCli"),
    await runBuild("sdk/typescript/build.mjs", "buildSdk"),
  ];
  return made.every(Boolean);
}

function generatePrismaClient() {
  const prismaPackage = tryResolve("prisma/package.json");
  const schema = `${root}prisma/schema.prisma`;
  if (!prismaPackage || !existsSync(schema)) return true;
  const stamp = `${cache}/prisma-client.stamp`;
  const fingerprint = createHash("sha256")
    .update(readFileSync(prismaPackage))
    .update(readFileSync(schema))
    .digest("hex");
  const current = existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint;
  if (current && existsSync(`${root}lib/server/db/generated/client.ts`)) return true;
  const { status } = spawnSync(
    process.execPath,
    [require.resolve("prisma/build/index.js"), "generate", "--no-hints"],
    {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  if (status !== 0) return false;
  mkdirSync(cache, { recursive: true });
  writeFileSync(stamp, fingerprint);
  return true;
}

async function runBuild(file, exportName) {
  if (!existsSync(root + file) || !tryResolve("esbuild")) return true;
  try {
    const { [exportName]: build } = await import(pathToFileURL(root + file).href);
    await build();
    return true;
  } catch (error) {
    console.error(`${file} failed:`, error);
    return false;
  }
}

function tryResolve(specifier) {
  try {
    return require.resolve(specifier);
  } catch {
    return null;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const made = await generate();
  // An install goes through: `npm test` and `npm run build` generate again, and say what is wrong.
  process.exitCode = made || process.env.npm_lifecycle_event === "prepare" ? 0 : 1;
}
