import { run } from "./child.mjs";
import { isInstalled, noteInstalled } from "./sources.mjs";

/** Installs the packages of the lock file where they are missing or older than it. */
export async function installIfNeeded() {
  if (isInstalled()) return true;
  console.log("Installing packages …");
  // Not `npm ci`: it refuses a lock file that names builds for other platforms which the registry does not carry.
  // With the development packages whatever NODE_ENV says: the build needs its compiler.
  if ((await run("npm", ["install", "--no-audit", "--no-fund", "--include=dev"])) !== 0) return false;
  noteInstalled();
  return true;
}
