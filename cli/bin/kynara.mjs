#!/usr/bin/env node
import { existsSync } from "node:fs";

const bundle = new URL("../dist/kynara.mjs", import.meta.url);
const builder = new URL("../build.mjs", import.meta.url);

// In a checkout the bundle may not have been made yet; in the published package it always is there.
if (!existsSync(bundle) && existsSync(builder)) {
  try {
    await (await import(builder.href)).buildCli();
  } catch (error) {
    process.stderr.write(`The command could not be built (${error.message}). Run: npm run build\n`);
    process.exit(2);
  }
}

const { main } = await import(bundle.href);
process.exitCode = await main(process.argv.slice(2));
