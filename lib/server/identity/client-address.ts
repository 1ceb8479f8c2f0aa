import "server-only";
import net from "node:net";

/**
 * Where a request came from, as far as it can be believed: the last entry of X-Forwarded-For is the one that the
 * nearest hop wrote (our own server from the socket, or the proxy in front of it); those before it are anybody's claim.
 *
 * @returns an IP address, or an empty string.
 */
export function clientAddress(headers: Pick<Headers, "get">): string {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  const plain = last.startsWith("::ffff:") ? last.slice("::ffff:".length) : last;
  return net.isIP(plain) === 0 ? "" : plain;
}
