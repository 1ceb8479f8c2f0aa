import { parseCheckpoint } from "@/lib/ledger";

const nameOf = (organizationId: string) => `kynara.audit.checkpoint.${organizationId}`;

/**
 * The newest checkpoint that this browser verified: it makes the browser a witness, against which a history that was
 * rewritten since cannot hold. Null without one, and where the browser keeps nothing.
 */
export function rememberedCheckpoint(organizationId: string): string | null {
  try {
    const note = localStorage.getItem(nameOf(organizationId));
    return note !== null && parseCheckpoint(note) !== null ? note : null;
  } catch {
    return null;
  }
}

/** Remembers a verified checkpoint unless a larger one is known. */
export function rememberCheckpoint(organizationId: string, note: string): void {
  const size = parseCheckpoint(note)?.size ?? 0;
  const known = rememberedCheckpoint(organizationId);
  if (known !== null && (parseCheckpoint(known)?.size ?? 0) >= size) return;
  try {
    localStorage.setItem(nameOf(organizationId), note);
  } catch {
    // A browser that keeps nothing still verifies; it is only no witness.
  }
}
