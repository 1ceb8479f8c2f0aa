import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

const START_LIMIT_MS = 180_000;
const STOP_LIMIT_MS = 30_000;

/** The application from the production build, with a data folder and a port of its own. */
export interface RunningApp {
  readonly baseUrl: string;
  readonly dataDir: string;
  /** An API key with every permission in an organization of its own: not the demo hospital's. */
  readonly adminKey: string;
  readonly launcherPid: number;
  /** What launcher and application have printed, to be told when something fails. */
  output(): string;
  stop(): Promise<void>;
}

/** @throws Error when there is no build, or the application gives up, or is not healthy within three minutes. */
export async function startApp(options: { demo: boolean }): Promise<RunningApp> {
  const wanted = [".next/BUILD_ID", "dist/launcher.mjs", "dist/server.mjs", "dist/seed.mjs"];
  const missing = wanted.filter((file) => !existsSync(join(root, file)));
  if (missing.length > 0) {
    throw new Error(
      `There is no production build (${missing.join(", ")} missing): run \`npm run build\` first.`,
    );
  }
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const dataDir = await mkdtemp(join(tmpdir(), "kynara-e2e-"));
  const adminKey = `sk_live_${randomBytes(24).toString("hex")}`;
  const launcher = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: root,
    env: {
      ...withoutOwnSettings(),
      PORT: String(port),
      HOSTNAME: "127.0.0.1",
      KYNARA_BASE_URL: baseUrl,
      KYNARA_DATA_DIR: dataDir,
      KYNARA_BOOTSTRAP_KEY: adminKey,
      KYNARA_DEMO: options.demo ? "1" : "0",
      // The component gallery is seen and judged like every other page.
      KYNARA_DESIGN: "1",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = outputOf(launcher);
  const stop = async () => {
    await end(launcher);
    for (const folder of [await clusterFolder(dataDir), dataDir]) {
      await rm(folder, { recursive: true, force: true });
    }
  };
  try {
    await untilHealthy(baseUrl, launcher);
  } catch (error) {
    await stop();
    throw new Error(`${(error as Error).message}\n${output()}`);
  }
  return { baseUrl, dataDir, adminKey, launcherPid: launcher.pid ?? 0, output, stop };
}

async function untilHealthy(baseUrl: string, launcher: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await isHealthy(baseUrl))) {
    if (launcher.exitCode !== null) throw new Error(`The application ended with code ${launcher.exitCode}.`);
    if (Date.now() > deadline) throw new Error("The application was not healthy within three minutes.");
    await sleep(100);
  }
}

export async function isHealthy(baseUrl: string): Promise<boolean> {
  const response = await fetch(`${baseUrl}/api/health`).catch(() => null);
  return response?.status === 200;
}

/** Where the embedded PostgreSQL keeps its files: not in the data folder when its account cannot reach that. */
export async function clusterFolder(dataDir: string): Promise<string> {
  const inside = join(dataDir, "postgres");
  const record = await readFile(join(dataDir, "postgres.json"), "utf8").catch(() => "{}");
  return (JSON.parse(record) as { elsewhere?: string | null }).elsewhere ?? inside;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const limit = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
  child.kill("SIGTERM");
  await ended;
  clearTimeout(limit);
}

function outputOf(child: ChildProcess): () => string {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-100_000);
    });
  }
  return () => text;
}

// What somebody exported for a server of their own must neither steer the tests nor be touched by them.
function withoutOwnSettings(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(KYNARA_|DATABASE_URL$|AUTH_|PORT$|HOSTNAME$|NODE_ENV$)/.test(name),
  );
  return Object.fromEntries(own) as NodeJS.ProcessEnv;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
