import "server-only";
import {
  type EvaluationResponse,
  type EvaluationsResponse,
  type EvaluationsSemantic,
  evaluationsRequest,
} from "@/lib/contracts/authzen";
import type { Asker } from "../decisions";
import { AppError } from "../errors";
import { parseWith } from "../http/parse";
import { evaluate } from "./evaluate";
import { evaluationError } from "./evaluation-error";

interface Outcome {
  answer: EvaluationResponse;
  /** Why nothing was decided. */
  failure: unknown;
}

/**
 * Decides the evaluations of one request, each recorded as a decision of its own. Without any, the request is itself the
 * evaluation. A failed one is answered with `decision: false` and its error (section "Errors").
 *
 * @throws AppError invalid when the whole request is wrong; and the failure that every evaluation met with, when it is
 * not one of their content: then nothing was decided, and a list of refusals would look like decisions.
 */
export async function evaluateAll(asker: Asker, body: unknown): Promise<EvaluationsResponse> {
  const { evaluations, options, ...defaults } = parseWith(evaluationsRequest, body, "body");
  if (evaluations === undefined || evaluations.length === 0) return evaluate(asker, body);
  const semantic = options?.evaluations_semantic ?? "execute_all";
  const outcomes = await run(semantic, evaluations, (one) => attempt(asker, withDefaults(defaults, one)));
  const first = outcomes[0];
  if (first && outcomes.every(({ failure }) => failure !== null && !isOfContent(failure)))
    throw first.failure;
  return { evaluations: outcomes.map(({ answer }) => answer) };
}

/** An entity that an evaluation names replaces the default whole; nothing inside entities is merged. */
function withDefaults(defaults: Record<string, unknown>, one: unknown): unknown {
  return typeof one === "object" && one !== null && !Array.isArray(one) ? { ...defaults, ...one } : one;
}

async function run(
  semantic: EvaluationsSemantic,
  evaluations: readonly unknown[],
  attemptOne: (one: unknown) => Promise<Outcome>,
): Promise<Outcome[]> {
  // Submitted in one turn of the event loop, so that one commit makes them all durable.
  if (semantic === "execute_all") return Promise.all(evaluations.map(attemptOne));
  const last = semantic === "permit_on_first_permit";
  const outcomes: Outcome[] = [];
  // What stands behind the last answer is not decided at all: it must neither be recorded nor use up an approval.
  for (const one of evaluations) {
    const outcome = await attemptOne(one);
    outcomes.push(outcome);
    if (outcome.answer.decision === last) break;
  }
  return outcomes;
}

async function attempt(asker: Asker, body: unknown): Promise<Outcome> {
  try {
    return { answer: await evaluate(asker, body), failure: null };
  } catch (failure) {
    const { status, message } = evaluationError(failure, asker.requestId);
    return { answer: { decision: false, context: { error: { status, message } } }, failure };
  }
}

const isOfContent = (failure: unknown) => failure instanceof AppError && failure.code === "invalid";
