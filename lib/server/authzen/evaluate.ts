import "server-only";
import { type EvaluationResponse, evaluationRequest } from "@/lib/contracts/authzen";
import { type Asker, checkDecision } from "../decisions";
import { parseWith } from "../http/parse";
import { answerOf } from "./answer";
import { askedOf } from "./asked";

/**
 * Decides one evaluation and records it.
 *
 * @throws AppError invalid (the request is not an evaluation), and what checkDecision throws.
 */
export async function evaluate(asker: Asker, body: unknown): Promise<EvaluationResponse> {
  return answerOf(await checkDecision(asker, askedOf(parseWith(evaluationRequest, body, "body"))));
}
