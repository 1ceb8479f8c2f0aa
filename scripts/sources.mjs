import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const buildStamp = `${root}dist/sources.sha256`;
const installStamp = `${root}node_modules/.cache/kynara/package-lock.sha256`;

/** Whether .next and dist were made from the sources as they are now. */
export function isBuilt() {
  const outputs = [".next/BUILD_ID", "dist/launcher.mjs", "dist/server.mjs"];
  return outputs.every((file) => existsSync(root + file)) && holds(buildStamp, fingerprintOfSources());
}

export function noteBuilt(fingerprint) {
  note(buildStamp, fingerprint);
}

/** Whether node_modules was installed from the lock file as it is now. */
export function isInstalled() {
  const installed = `${root}node_modules/.package-lock.json`;
  const lock = `${root}package-lock.json`;
  if (!existsSync(installed)) return false;
  return holds(installStamp, hashOf(lock)) || statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
}

export function noteInstalled() {
  note(installStamp, hashOf(`${root}package-lock.json`));
}

/** By content: a checkout changes times, not sources. */
export function fingerprintOfSources() {
  const hash = createHash("sha256");
  const folders = ["app", "components", "lib", "messages", "prisma", "public"];
  const single = readdirSync(root).filter((name) => /\.(ts|js|mjs|cjs)$|^package-lock\.json$/.test(name));
  const scripts = ["scripts/build.mjs", "scripts/bundle.mjs"];
  for (const name of [...folders, ...single.sort(), ...scripts]) {
    if (existsSync(root + name)) addTo(hash, name);
  }
  return hash.digest("hex");
}

function addTo(hash, name) {
  if (statSync(root + name).isDirectory()) {
    if (name === "lib/server/db/generated") return;
    for (const child of readdirSync(root + name).sort()) addTo(hash, join(name, child));
  } else if (!/\.test\.tsx?$/.test(name) && name !== "next-env.d.ts") {
    hash.update(`${name}\0`).update(readFileSync(root + name));
  }
}

function hashOf(file) {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

function holds(stamp, value) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === value;
}

function note(stamp, value) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, value);
}
