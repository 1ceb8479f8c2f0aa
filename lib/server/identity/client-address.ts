import "server-only";
import net from "node:net";

/**
 * Where a request came from: server.ts leaves one address in X-Forwarded-For, the one that it believes (`believeForwarded`).
 * Under another Next host the last entry is what the nearest hop wrote; those before it are anybody's claim.
 *
 * @returns an IP address, or an empty string.
 */
export function clientAddress(headers: Pick<Headers, "get">): string {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  const plain = last.startsWith("::ffff:") ? last.slice("::ffff:".length) : last;
  return net.isIP(plain) === 0 ? "" : plain;
}
