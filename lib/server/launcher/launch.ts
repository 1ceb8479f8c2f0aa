import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { AppProcess } from "./app-process";
import { DatabaseKeeper } from "./database-keeper";
import type { LaunchConfig } from "./launch-config";

export interface LaunchOptions {
  readonly config: LaunchConfig;
  /** The folder that holds dist/ and prisma/. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the launcher is asked to stop. */
  readonly stop: AbortSignal;
  say(sentence: string): void;
}

/**
 * Runs database and application until `stop` is aborted, and starts again what dies meanwhile.
 *
 * @returns the exit code: 0 after an ordinary stop
 */
export async function launch({ config, root, env, stop, say }: LaunchOptions): Promise<number> {
  await waitForFreePort(config.port, config.host);
  const environment = (databaseUrl: string) => ({
    ...env,
    DATABASE_URL: databaseUrl,
    KYNARA_EMBEDDED_DATA_DIR: config.databaseUrl === null ? config.dataDir : "",
    KYNARA_DATA_DIR: config.dataDir,
    KYNARA_BASE_URL: config.baseUrl,
    PORT: String(config.port),
    HOSTNAME: config.host,
  });
  let app: AppProcess | null = null;
  const { keeper, url } = await DatabaseKeeper.open({
    config,
    migrations: join(root, "prisma/migrations"),
    say,
    moved: (movedTo) => void app?.restart(environment(movedTo)),
  });
  try {
    if (config.demo) await seed(root, environment(url), stop);
    if (stop.aborted) return 0;
    const file = join(root, "dist/server.mjs");
    const args = env.NODE_ENV === "development" ? ["--dev"] : [];
    app = new AppProcess({ file, args, cwd: root, env: environment(url), say });
    const stopped = new Promise<number>((resolve) => stop.addEventListener("abort", () => resolve(0)));
    const code = await Promise.race([stopped, app.gaveUp]);
    if (code !== 0) say("The application does not start; see above for its reason.");
    return code;
  } finally {
    await app?.stop();
    await keeper.stop();
  }
}

/** Writes the demo hospital where it is not there yet; the seed knows by itself. */
function seed(root: string, env: Record<string, string | undefined>, stop: AbortSignal): Promise<void> {
  const file = join(root, "dist/seed.mjs");
  if (!existsSync(file)) throw new Error(`${file} is missing: run \`npm run build\`.`);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--enable-source-maps", file], {
      cwd: root,
      env: env as NodeJS.ProcessEnv,
      stdio: ["ignore", "inherit", "inherit"],
      detached: process.platform !== "win32",
    });
    const end = () => child.kill("SIGTERM");
    stop.addEventListener("abort", end);
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      stop.removeEventListener("abort", end);
      if (code === 0 || stop.aborted) resolve();
      else reject(new Error(`Seeding the demo hospital failed (${signal ?? `code ${code}`}); see above.`));
    });
  });
}

// An application that just lost its launcher needs a moment to let go of the port.
async function waitForFreePort(port: number, host: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const problem = await tryPort(port, host);
    if (problem === null) return;
    if (problem === "EADDRINUSE" && attempt < 40) await sleep(250);
    else if (problem === "EADDRINUSE") {
      throw new Error(
        `Port ${port} is in use on ${host}: end the other program or set PORT to another number.`,
      );
    } else throw new Error(`Cannot listen on ${host}:${port} (${problem}): check HOSTNAME and PORT.`);
  }
}

function tryPort(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
}
