import "server-only";
import { listener } from "../db/listener";
import { processWide } from "../process-wide";

const MAX_WAITING = 10_000;

/** How many long-polls wait in this process. */
const waiting = () => processWide("approval-waiting", () => ({ count: 0 }));

/**
 * Starts to listen for a change of one approval. Begin before reading its state, so that no change falls between.
 *
 * @returns `changed(ms)` resolves at the next change, after `ms` milliseconds, or when notices may have been missed; and
 * `stop`, which must be called.
 */
export function watchApproval(id: string): { changed(milliseconds: number): Promise<void>; stop(): void } {
  let wake: () => void = () => undefined;
  let hasChanged = false;
  const signal = () => {
    hasChanged = true;
    wake();
  };
  const onApproval = (payload: string) => {
    if (payload.split(" ")[1] === id) signal();
  };
  listener().on("approval", onApproval);
  listener().on("connected", signal);
  waiting().count += 1;
  return {
    changed: (milliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
        if (hasChanged) wake();
      }),
    stop() {
      listener().off("approval", onApproval);
      listener().off("connected", signal);
      waiting().count -= 1;
    },
  };
}

/** Whether this process should take one more long-poll. */
export const mayWait = (): boolean => waiting().count < MAX_WAITING;

/** Calls back for every change of an organization's approvals, and when some may have been missed. */
export function onApprovals(
  organizationId: string,
  callback: (event: { id: string; state: string } | null) => void,
): () => void {
  const onApproval = (payload: string) => {
    const [organization, id = "", state = ""] = payload.split(" ");
    if (organization === organizationId) callback({ id, state });
  };
  const onConnected = () => callback(null);
  listener().on("approval", onApproval);
  listener().on("connected", onConnected);
  return () => {
    listener().off("approval", onApproval);
    listener().off("connected", onConnected);
  };
}
