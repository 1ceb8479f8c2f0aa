import "server-only";
import type { IncomingMessage } from "node:http";

/** What proxies say of a request besides the address; nobody else may. */
const CLAIMS = [
  "forwarded",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-port",
  "x-real-ip",
] as const;

/**
 * Leaves of the X-Forwarded headers only what can be believed, before Next and next-auth read them: afterwards
 * X-Forwarded-For is one address, the client's.
 *
 * @param trustedProxies how many proxies stand in front of this server, each of which appends the address that it was
 *   asked from. 0: the address is the socket's, and whatever the headers claim is dropped.
 */
export function believeForwarded(
  request: Pick<IncomingMessage, "headers" | "socket">,
  trustedProxies: number,
): void {
  const { headers, socket } = request;
  headers["x-forwarded-for"] = addressOf(
    headers["x-forwarded-for"],
    socket.remoteAddress ?? "",
    trustedProxies,
  );
  if (trustedProxies > 0) return;
  for (const name of CLAIMS) delete headers[name];
}

/** The entry that the outermost trusted proxy wrote; those before it are anybody's claim. */
function addressOf(
  given: string | string[] | undefined,
  socketAddress: string,
  trustedProxies: number,
): string {
  if (trustedProxies === 0) return socketAddress;
  const hops = String(given ?? "")
    .split(",")
    .map((hop) => hop.trim())
    .filter((hop) => hop !== "");
  return hops[Math.max(0, hops.length - trustedProxies)] ?? socketAddress;
}
