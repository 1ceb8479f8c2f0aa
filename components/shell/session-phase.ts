export interface SessionEnds {
  /** When the session ends if nothing more is done, ISO 8601. */
  idle_ends_at: string;
  /** When it ends whatever is done, ISO 8601. */
  expires_at: string;
}

const WARN_MS = 5 * 60_000;

export interface SessionOutlook {
  /** Milliseconds until it ends; 0 when it has. */
  leftMs: number;
  /** It ends soon. */
  ending: boolean;
  /** Being used does not lengthen it any more: its longest duration is reached. */
  final: boolean;
}

/**
 * How a session stands.
 *
 * @param idleMs how long it lasts without being used; of a short one only the last third is announced.
 */
export function outlookOf(ends: SessionEnds, now: number, idleMs: number): SessionOutlook {
  const [idle, limit] = [Date.parse(ends.idle_ends_at), Date.parse(ends.expires_at)];
  const leftMs = Math.max(0, Math.min(idle, limit) - now);
  return { leftMs, ending: leftMs <= warnMs(idleMs), final: limit <= idle };
}

export const warnMs = (idleMs: number): number => Math.min(WARN_MS, idleMs / 3);
