import "server-only";

/**
 * SQLSTATE classes 08 (connection), 53 (resources) and 57P0x (shutdown, crash, starting up); node's socket errors;
 * Prisma's P1001 and P1017 (unreachable, closed), P2024 (no free connection), P2028 (no transaction) and the adapter's names.
 */
const CODES =
  /^(08\w{3}|53\w{3}|57P0\d|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|P1001|P1017|P2024|P2028|DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/;
/** What pg says without a code. */
const MESSAGES =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;
const MAX_DEPTH = 6;

/**
 * Whether an error of pg or Prisma means that the database was not there, rather than that it refused the work. Prisma
 * hides what the driver said under `cause` or `meta`, with a code of its own that says only that a query failed.
 */
export function isConnectionLost(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > MAX_DEPTH) return false;
  const { code, originalCode, kind, message, cause, meta } = error as Record<string, unknown>;
  if ([code, originalCode, kind].some((name) => typeof name === "string" && CODES.test(name))) return true;
  if (typeof message === "string" && MESSAGES.test(message)) return true;
  const hidden = (meta as { driverAdapterError?: unknown } | null | undefined)?.driverAdapterError;
  return [cause, hidden].some((inner) => isConnectionLost(inner, depth + 1));
}
