import "server-only";
import type { Decision } from "@/lib/contracts/decisions";
import { config } from "../config";
import type { LedgerEvent } from "../db/ledger/events";
import { groupWriter, type LoadState, type Submission, type Verdict } from "../db/ledger/group-writer";
import { StateMoved } from "../db/record-mutation";
import { type DecisionState, stateAtLeast } from "../decision-state";
import { AppError, forbidden, unavailable } from "../errors";
import { credentialId, liveKey, requireLiveToken } from "../identity";
import { newId } from "../ids";
import { answerOf } from "./answer";
import type { Asked, Asker } from "./asked";
import { decisionEvent } from "./entry";
import { type Judgement, judge } from "./pipeline";
import { directoryRefs } from "./resolve";
import { sentenceOf } from "./step-sentences";
import { decideThroughApproval } from "./through-approval";

const MAX_ATTEMPTS = 5;
const loadState: LoadState<DecisionState> = stateAtLeast;

type Answered =
  | { kind: "answer"; decision: Decision }
  | { kind: "wrong_region" }
  /** A policy asks for an approval: the answer needs a transaction of its own. */
  | { kind: "approval"; state: DecisionState; judgement: Judgement };

/**
 * Decides one request and records it: the answer leaves only after its entry is durable.
 *
 * @throws AppError unauthenticated (the key or token does not count), forbidden (another subject than its own), wrong_region,
 * unavailable (nothing could be recorded, so nothing was decided).
 */
export async function checkDecision(asker: Asker, asked: Asked): Promise<Decision> {
  const decisionId = newId("dec");
  const writer = groupWriter(asker.organizationId, loadState);
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const answered = await writer.submit(submission(asker, asked, decisionId));
    if (answered.kind === "answer") return answered.decision;
    if (answered.kind === "wrong_region") throw wrongRegion();
    try {
      const { state, judgement } = answered;
      return await decideThroughApproval(asker, asked, state, judgement, decisionId);
    } catch (error) {
      // A policy, role, agent or budget changed while the approval was looked up: judge again by what stands now.
      if (!(error instanceof StateMoved)) throw error;
      writer.refresh();
    }
  }
  throw unavailable("The organization's policies are changing. Nothing was decided; ask again.");
}

const wrongRegion = () =>
  new AppError(
    "wrong_region",
    "This organization is not served in this region. Ask at the address of its own region.",
  );

function submission(asker: Asker, asked: Asked, decisionId: string): Submission<DecisionState, Answered> {
  return {
    prepare(state) {
      const refs = directoryRefs(asked);
      return refs.every((ref) => state.entities.has(ref)) ? undefined : state.entities.load(refs);
    },
    decide(state, now, spent): Verdict<Answered> {
      requireRight(state, asker, asked, now);
      if (state.region !== config().region)
        return { kind: "record", event: residencyEvent(asker), value: { kind: "wrong_region" } };
      const judgement = judge(state, asked, now, spent);
      if (judgement.effect === "require_approval")
        return { kind: "aside", value: { kind: "approval", state, judgement } };
      const outcome = { decisionId, effect: judgement.effect, reason: judgement.reason, approvalId: null };
      const decision = answerOf(judgement, outcome, sentenceOf(judgement), null);
      const event = decisionEvent(state, asker, asked, judgement, outcome);
      return { kind: "record", event, value: { kind: "answer", decision } };
    },
  };
}

/** Everybody asks for their own agent; for others a key needs decisions.check_any, and a token never may. */
function requireRight(state: DecisionState, { credential }: Asker, { subject }: Asked, now: Date): void {
  if (credential.kind === "token") {
    requireLiveToken(state, credential, now);
    if (subject.type !== "agent" || subject.id !== credential.agentId)
      throw forbidden("A token may ask only for the agent that its subject is bound to.");
    return;
  }
  const key = liveKey(state, credential.keyId, now);
  if (key.permissions.has("decisions.check_any")) return;
  if (!key.permissions.has("decisions.check")) throw forbidden("This key may not ask for decisions.");
  if (subject.type !== "agent" || subject.id !== key.agentId) {
    throw forbidden("This key may ask only for its own agent. Asking for others needs decisions.check_any.");
  }
}

function residencyEvent(asker: Asker): LedgerEvent {
  return {
    id: newId("evt"),
    type: "residency.refused",
    actor: { type: "service", id: credentialId(asker.credential) },
    data: { region: config().region, request_id: asker.requestId },
  };
}
