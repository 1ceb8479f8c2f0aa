import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/server/testing/test-database";

const root = fileURLToPath(new URL("..", import.meta.url));
const schema = join(root, "prisma/schema.prisma");
const EMPTY = 0;
const NOT_EMPTY = 2;

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "kynara-schema-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await database.drop();
});

/** Compares a database to which the migrations were applied with a schema, as `prisma migrate dev` would. */
async function difference(file: string): Promise<{ code: number; text: string }> {
  const command = ["migrate", "diff", "--from-config-datasource", "--to-schema", file, "--exit-code"];
  const options = { cwd: root, env: { ...process.env, DATABASE_URL: database.ownerUrl } };
  const prisma = join(root, "node_modules/prisma/build/index.js");
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [prisma, ...command], options);
    return { code: EMPTY, text: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, text: stdout + stderr };
  }
}

describe("prisma/schema.prisma", () => {
  test("says what the migrations make", async () => {
    const { code, text } = await difference(schema);
    expect(text).toContain("No difference detected.");
    expect(code).toBe(EMPTY);
  });

  test("and a column that no migration makes would be noticed", async () => {
    const changed = join(folder, "schema.prisma");
    const text = await readFile(schema, "utf8");
    await writeFile(changed, text.replace("model AuditHead {", "model AuditHead {\n  extra String"));
    const found = await difference(changed);
    expect(found.text).toContain("extra");
    expect(found.code).toBe(NOT_EMPTY);
  });
});
