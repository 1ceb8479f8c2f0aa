import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Bundles one TypeScript entry of ours for this Node; packages stay outside and are found in node_modules. */
export async function bundle({ entry, outfile }) {
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    // `server-only` throws outside a React server build; the architecture test holds that boundary here.
    alias: { "@": root.replace(/[\\/]$/, ""), "server-only": `${root}scripts/empty-module.ts` },
    sourcemap: "linked",
    logLevel: "warning",
  });
}

/** The bundles of a production start: entry → file in dist/. Those whose entry is not there are left out. */
export function entries() {
  const all = {
    "launcher.ts": "dist/launcher.mjs",
    "server.ts": "dist/server.mjs",
    "prisma/seed.ts": "dist/seed.mjs",
  };
  return Object.entries(all)
    .filter(([entry]) => existsSync(`${root}${entry}`))
    .map(([entry, outfile]) => ({ entry, outfile }));
}
