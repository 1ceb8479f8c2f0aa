import "server-only";
import path from "node:path";
import * as z from "zod";
import { processWide } from "./process-wide";

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgresql:// URL" }),
  KYNARA_DATA_DIR: z.string().default(".data"),
  KYNARA_BASE_URL: z.url({ protocol: /^https?$/, error: "must be an http(s) URL" }).optional(),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  KYNARA_REGION: z.string().min(1).max(64).default("us-east"),
  KYNARA_BOOTSTRAP_KEY: z
    .string()
    .regex(/^sk_live_[A-Za-z0-9_-]{32,}$/, "must start with sk_live_ and have 40 characters or more")
    .optional(),
  KYNARA_BOOTSTRAP_ORGANIZATION: z.string().min(1).max(200).default("My organization"),
  KYNARA_KEY_ENCRYPTION_KEY: z.base64().length(44, "must be 32 bytes in base64").optional(),
  KYNARA_LOG_ORIGIN: z
    .string()
    .regex(/^[^\s+/]{1,200}$/, "must be a host name")
    .optional(),
  KYNARA_LEDGER_KEY: z.base64().length(44, "must be an Ed25519 seed of 32 bytes in base64").optional(),
  AUTH_SECRET: z.string().min(32).optional(),
  KYNARA_SESSION_IDLE_MINUTES: z.coerce.number().int().min(1).max(1440).default(30),
  KYNARA_SESSION_HOURS: z.coerce.number().int().min(1).max(72).default(12),
  KYNARA_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  KYNARA_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(20),
  KYNARA_CHECKS_PER_MINUTE: z.coerce.number().int().min(1).max(100_000_000).default(1_000_000),
  KYNARA_DEMO: z.enum(["0", "1"], "must be 0 or 1").default("0"),
  KYNARA_LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

export interface Config {
  databaseUrl: string;
  dataDir: string;
  baseUrl: string;
  region: string;
  bootstrapKey: string | undefined;
  bootstrapOrganization: string;
  keyEncryptionKey: string | undefined;
  ledgerKey: string | undefined;
  /** What the audit logs' origins begin with: a name that stays when the address changes. */
  logOrigin: string;
  authSecret: string | undefined;
  sessionIdleSeconds: number;
  sessionSeconds: number;
  /** How many proxies stand in front and say by X-Forwarded headers who asked. */
  trustedProxies: number;
  poolSize: number;
  /** How often one API key may ask in this process, before it is told to slow down. */
  checksPerMinute: number;
  /** The demo hospital: its sign-ins are offered to whoever opens the page. */
  demo: boolean;
  logLevel: string;
}

/** Reads the environment once per process; a missing or wrong variable stops the start with a sentence that names it. */
export function config(): Config {
  return processWide("config", () => parseConfig(process.env));
}

export function parseConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new Error(
      `The environment variable ${String(issue?.path[0])} is missing or wrong: ${issue?.message}.`,
    );
  }
  const env = result.data;
  const baseUrl = (env.KYNARA_BASE_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, "");
  return {
    databaseUrl: env.DATABASE_URL,
    dataDir: path.resolve(env.KYNARA_DATA_DIR),
    baseUrl,
    region: env.KYNARA_REGION,
    bootstrapKey: env.KYNARA_BOOTSTRAP_KEY,
    bootstrapOrganization: env.KYNARA_BOOTSTRAP_ORGANIZATION,
    keyEncryptionKey: env.KYNARA_KEY_ENCRYPTION_KEY,
    ledgerKey: env.KYNARA_LEDGER_KEY,
    logOrigin: env.KYNARA_LOG_ORIGIN ?? new URL(baseUrl).host,
    authSecret: env.AUTH_SECRET,
    sessionIdleSeconds: env.KYNARA_SESSION_IDLE_MINUTES * 60,
    sessionSeconds: env.KYNARA_SESSION_HOURS * 3600,
    trustedProxies: env.KYNARA_TRUSTED_PROXIES,
    poolSize: env.KYNARA_POOL_SIZE,
    checksPerMinute: env.KYNARA_CHECKS_PER_MINUTE,
    demo: env.KYNARA_DEMO === "1",
    logLevel: env.KYNARA_LOG_LEVEL,
  };
}
