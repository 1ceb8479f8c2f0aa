import { hostname as machineName } from "node:os";
import { join, resolve } from "node:path";
import * as z from "zod";

const schema = z.object({
  PORT: z.coerce.number("must be a number").int().min(1).max(65535).default(3000),
  HOSTNAME: z.string().optional(),
  KYNARA_DATA_DIR: z.string().optional(),
  KYNARA_BASE_URL: z.url({ protocol: /^https?$/, error: "must be an http(s) URL" }).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgresql:// URL" }).optional(),
  KYNARA_DEMO: z.enum(["0", "1"], "must be 0 or 1").default("0"),
});

/** What the launcher itself must know; the application reads the rest (lib/server/config.ts). */
export interface LaunchConfig {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly baseUrl: string;
  /** Null: embedded PostgreSQL under the data folder. */
  readonly databaseUrl: string | null;
  readonly demo: boolean;
}

/** @throws Error with a sentence that names the variable */
export function parseLaunchConfig(
  environment: Record<string, string | undefined>,
  root: string,
): LaunchConfig {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new Error(`The environment variable ${String(issue?.path[0])} is wrong: ${issue?.message}.`);
  }
  const env = result.data;
  return {
    port: env.PORT,
    host: chooseHost(env.HOSTNAME),
    dataDir: env.KYNARA_DATA_DIR ? resolve(env.KYNARA_DATA_DIR) : join(root, ".data"),
    baseUrl: (env.KYNARA_BASE_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ""),
    databaseUrl: env.DATABASE_URL ?? null,
    demo: env.KYNARA_DEMO === "1",
  };
}

// Plain HTTP is offered to this machine only, until somebody says otherwise: sessions and keys travel over it. Shells and
// container engines set HOSTNAME to the machine's own name by themselves, and that is not somebody saying otherwise.
function chooseHost(given: string | undefined): string {
  return given === undefined || given === machineName() ? "127.0.0.1" : given;
}
