import { statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EmbeddedPostgresError } from "./embedded-error";
import { canReach, findServiceUser } from "./service-user";

/**
 * A folder that the service user can reach, for what cannot lie in the project: the project or the data folder is under
 * a folder only root may enter (root's home, `mktemp -d`). The first that can be made wins; /var/lib survives a restart
 * of the machine, /var/tmp mostly, the temporary folder maybe.
 */
export async function sharedFolder(): Promise<string> {
  const user = findServiceUser();
  const own = `kynara-${process.getuid?.() ?? "shared"}`;
  const candidates = [
    "/var/lib/kynara",
    ...["/var/tmp", tmpdir(), "/tmp"].map((folder) => join(folder, own)),
  ];
  for (const candidate of candidates) {
    try {
      await mkdir(candidate, { recursive: true, mode: 0o755 });
    } catch {
      continue;
    }
    if (isOurs(candidate) && canReach(candidate, user)) return candidate;
  }
  throw new EmbeddedPostgresError(
    `The account PostgreSQL runs under cannot reach the data folder, nor any of ${candidates.join(", ")}. ` +
      "Set KYNARA_DATA_DIR to a folder that other accounts may enter (mode 0711), or set DATABASE_URL.",
  );
}

// In a folder where anybody may create files, somebody could have been there first.
function isOurs(directory: string): boolean {
  const { uid, mode } = statSync(directory);
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}
