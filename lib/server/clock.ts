import "server-only";
import { processWide } from "./process-wide";

const offset = () => processWide("clock-offset", () => ({ milliseconds: 0 }));

/** The time that decisions, approvals and the log go by. */
export function now(): Date {
  return new Date(Date.now() + offset().milliseconds);
}

/**
 * Moves this process's clock: for the demo's seed, which writes some days of history through the real services, and for
 * tests. The log itself never goes back: an entry is no earlier than the one before it.
 */
export function moveClock(to: Date): void {
  offset().milliseconds = to.getTime() - Date.now();
}

/** Back to the machine's own time. */
export function resetClock(): void {
  offset().milliseconds = 0;
}
