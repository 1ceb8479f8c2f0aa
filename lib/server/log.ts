import "server-only";
import pino from "pino";
import { config } from "./config";
import { processWide } from "./process-wide";

/** The operator's log: JSON lines on standard error. Never a patient's data, never a key. */
export function log(): pino.Logger {
  return processWide("log", () => pino({ level: config().logLevel }, pino.destination(2)));
}
