import { spawn } from "node:child_process";
import { mkdtemp, open, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ServiceUser } from "./service-user";

export interface ProgramResult {
  readonly exitCode: number | null;
  readonly output: string;
}

// Nothing of ours: the account the program runs under need not know our secrets.
const environment: Record<string, string | undefined> = {
  PATH: process.env.PATH,
  SystemRoot: process.env.SystemRoot,
  LC_ALL: "C",
  TZ: "UTC",
};

/**
 * Runs one of PostgreSQL's programs under the service user. Its output goes through a file: a pipe would be inherited
 * by the server that pg_ctl leaves running, and would never end.
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  user: ServiceUser | null,
): Promise<ProgramResult> {
  const scratch = await mkdtemp(join(tmpdir(), "kynara-run-"));
  const outputFile = join(scratch, "output");
  const output = await open(outputFile, "w", 0o600);
  try {
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      const child = spawn(program, args, {
        stdio: ["ignore", output.fd, output.fd],
        // Our own folder may be closed to the service user.
        cwd: "/",
        env: environment as NodeJS.ProcessEnv,
        // A process group of its own: Ctrl-C in the terminal is for us, and we stop PostgreSQL last.
        detached: process.platform !== "win32",
        windowsHide: true,
        ...(user ?? {}),
      });
      child.once("error", reject);
      child.once("exit", resolve);
    });
    return { exitCode, output: (await readFile(outputFile, "utf8")).trim() };
  } finally {
    await output.close();
    await rm(scratch, { recursive: true, force: true });
  }
}
