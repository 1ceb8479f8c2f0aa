import type { ApiKey } from "@/lib/contracts/agents";

/** @param now in milliseconds; null before the reader's clock is known, when no key counts as expired. */
export function keyState(
  { revoked_at: revoked, expires_at: expires }: Pick<ApiKey, "revoked_at" | "expires_at">,
  now: number | null,
): "works" | "revoked" | "expired" {
  if (revoked !== null) return "revoked";
  return expires !== null && now !== null && Date.parse(expires) <= now ? "expired" : "works";
}
