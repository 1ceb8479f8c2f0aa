import "server-only";
import { mkdir, open, readdir, readFile, rename } from "node:fs/promises";
import path from "node:path";
import { config } from "../config";
import { newId } from "../ids";

const folderOf = (organizationId: string) => path.join(config().dataDir, "checkpoints", organizationId);
const fileOf = (organizationId: string, size: number) => path.join(folderOf(organizationId), `${size}.txt`);

/**
 * Copies a checkpoint out, so that it stands where a rewriting of the database does not reach. Whole or not at all: it
 * is written under another name, flushed, and renamed. A copy that is there is never replaced.
 */
export async function copyOut(organizationId: string, size: number, note: string): Promise<void> {
  const sizes = await copiedSizes(organizationId);
  if (sizes.includes(size)) return;
  await mkdir(folderOf(organizationId), { recursive: true, mode: 0o700 });
  const draft = path.join(folderOf(organizationId), `.${newId("req")}`);
  const handle = await open(draft, "wx", 0o600);
  try {
    await handle.writeFile(note);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, fileOf(organizationId, size));
}

/** The copy of the largest tree; null where there is none. */
export async function readNewestCopy(organizationId: string): Promise<string | null> {
  const size = (await copiedSizes(organizationId)).at(-1);
  return size === undefined ? null : readFile(fileOf(organizationId, size), "utf8");
}

/** At most `limit` copies spread evenly over all there are, the newest among them. */
export async function sampleCopies(organizationId: string, limit: number): Promise<string[]> {
  const sizes = await copiedSizes(organizationId);
  const step = Math.max(1, Math.ceil(sizes.length / limit));
  const chosen = sizes.filter((_, i) => (sizes.length - 1 - i) % step === 0);
  return Promise.all(chosen.map((size) => readFile(fileOf(organizationId, size), "utf8")));
}

async function copiedSizes(organizationId: string): Promise<number[]> {
  const names = await readdir(folderOf(organizationId)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return names
    .flatMap((name) => /^(\d+)\.txt$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}
