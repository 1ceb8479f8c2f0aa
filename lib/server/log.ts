import "server-only";
import pino from "pino";
import { config } from "./config";
import { errorForLog, type LoggedError } from "./error-for-log";
import { processWide } from "./process-wide";

/** The operator's log: JSON lines on standard error. Never a patient's data, never a key. */
export function log(): pino.Logger {
  return processWide("log", () =>
    pino(
      { level: config().logLevel, serializers: { error: sentenceOrError, err: sentenceOrError } },
      pino.destination(2),
    ),
  );
}

/** Some of our own lines hand over a sentence instead of the error. */
const sentenceOrError = (error: unknown): string | LoggedError =>
  typeof error === "string" ? error : errorForLog(error);
