import type { Approval, Decision } from "./decision";
import { subjectLine } from "./decision";
import {
  ApprovalCancelled,
  ApprovalDenied,
  ApprovalExpired,
  ApprovalRequired,
  KynaraRequestError,
  KynaraUnavailable,
} from "./errors";
import { sleep } from "./retry";

/** How long one request for the state of an approval stays open on the server. */
const LONG_POLL_SECONDS = 25;
/** A server that answers `pending` at once instead of holding the request is asked no more often than this. */
const MIN_POLL_INTERVAL_SECONDS = 1;

export interface Wait {
  /** The answer that made the wait necessary. */
  readonly decision: Decision;
  /** `performance.now()` at which to give up; Infinity: when the approval expires. */
  readonly deadline: number;
  /** How long Kynara may be unreachable without the wait failing. */
  readonly outageSeconds: number;
  readonly signal: AbortSignal | undefined;
  /** Asks for the state; the server holds the request up to `waitSeconds` while it is pending. */
  readonly poll: (waitSeconds: number) => Promise<Approval>;
}

/**
 * Resolves with the approval when it was given; rejects when it never will be. A restart of Kynara must not throw away
 * a wait of hours, so a short outage is sat out.
 *
 * @throws {ApprovalRequired} the deadline passed
 * @throws {ApprovalDenied | ApprovalExpired} it was decided against, withdrawn, or ran out
 * @throws {KynaraUnavailable} the outage lasted too long
 */
export async function waitUntilDecided(wait: Wait): Promise<Approval> {
  let unreachableSince: number | null = null;
  for (;;) {
    const now = performance.now();
    if (now >= wait.deadline) throw nobodyYet(wait.decision);
    try {
      const remainingSeconds = Math.min(LONG_POLL_SECONDS, (wait.deadline - now) / 1000);
      const approval = await wait.poll(Math.floor(remainingSeconds));
      unreachableSince = null;
      if (approval.state !== "pending") return given(approval, wait.decision);
    } catch (error) {
      if (!(error instanceof KynaraUnavailable)) throw error;
      unreachableSince ??= now;
      if (performance.now() - unreachableSince >= wait.outageSeconds * 1000)
        throw lostSight(error, wait.decision);
    }
    const next = Math.min(now + MIN_POLL_INTERVAL_SECONDS * 1000, wait.deadline);
    const pauseSeconds = (next - performance.now()) / 1000;
    if (pauseSeconds > 0) await sleep(pauseSeconds, wait.signal);
  }
}

/** The approval, if it was given (`consumed`: and used by an equal request); throws otherwise. */
function given(approval: Approval, decision: Decision): Approval {
  const what = subjectLine(decision);
  switch (approval.state) {
    case "approved":
    case "consumed":
      return approval;
    case "denied": {
      const said = approval.reason ? `: ${approval.reason}` : "";
      throw new ApprovalDenied(
        `${what} was denied by a person${said}. Do not ask again unchanged; talk to the approver.`,
        { approval, decision },
      );
    }
    case "expired":
      throw new ApprovalExpired(
        `Nobody decided on ${what} in time, which counts as denied. Call again to ask anew, and tell an approver.`,
        { approval, decision },
      );
    case "cancelled":
      throw new ApprovalCancelled(`The request for ${what} was withdrawn. Call again to ask anew.`, {
        approval,
        decision,
      });
    default:
      throw new KynaraRequestError(
        `Kynara reports the unknown approval state ${JSON.stringify(approval.state)}; update @kynara/sdk.`,
        { decision },
      );
  }
}

function nobodyYet(decision: Decision): ApprovalRequired {
  return new ApprovalRequired(
    `Nobody has decided on ${subjectLine(decision)} within the timeout. The request stays open at ` +
      `${decision.approvalUrl}; call again with approvalId ${decision.approvalId} later.`,
    { decision },
  );
}

function lostSight(error: KynaraUnavailable, decision: Decision): KynaraUnavailable {
  return new KynaraUnavailable(`${error.message} The approval stays open at ${decision.approvalUrl}.`, {
    decision,
    retryAfterSeconds: error.retryAfterSeconds,
    cause: error,
  });
}
