import { spawn } from "node:child_process";
import { freePort, waitFor } from "./processes";

const START_SECONDS = 180;

export interface BuiltApplication {
  readonly baseUrl: string;
  /** Of the launcher, below which the server runs. */
  readonly pid: number;
  stop(): Promise<void>;
}

/**
 * Starts what `npm run build` made, on a free port and its own embedded database.
 *
 * @param folder where its data go, or stand already.
 * @param settings environment variables of this run.
 * @param inherited what else stands in its environment.
 */
export async function startBuilt(
  folder: string,
  settings: Readonly<Record<string, string>> = {},
  inherited: Readonly<NodeJS.ProcessEnv> = process.env,
): Promise<BuiltApplication> {
  const port = String(await freePort());
  const baseUrl = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: {
      ...inherited,
      NODE_ENV: "production",
      PORT: port,
      HOSTNAME: "127.0.0.1",
      KYNARA_BASE_URL: baseUrl,
      KYNARA_DATA_DIR: folder,
      KYNARA_LOG_LEVEL: "warn",
      ...settings,
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  try {
    await waitFor(`${baseUrl}/api/health`, START_SECONDS);
  } catch (error) {
    await stop();
    throw error;
  }
  return { baseUrl, pid: child.pid ?? 0, stop };
}
