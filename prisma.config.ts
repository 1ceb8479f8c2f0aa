import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

// Every command of the Prisma CLI looks for a schema engine that its package downloads at install. Where that did not
// happen (install scripts blocked, no way to Prisma's server), ours answers: the same engine as wasm, from npm.
if (!process.env.PRISMA_SCHEMA_ENGINE_BINARY && !engineWasDownloaded()) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY = fileURLToPath(
    new URL("scripts/prisma-schema-engine.mjs", import.meta.url),
  );
}

function engineWasDownloaded(): boolean {
  const prisma = createRequire(import.meta.url).resolve("prisma/package.json");
  const engines = dirname(createRequire(prisma).resolve("@prisma/engines/package.json"));
  return readdirSync(engines).some((name) => name.startsWith("schema-engine-"));
}

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations", seed: "node scripts/run.mjs prisma/seed.ts" },
  // Generating needs no database; whatever does says that it cannot reach this one.
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://localhost:5432/kynara" },
});
