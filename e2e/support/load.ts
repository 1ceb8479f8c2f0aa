import { setTimeout as sleep } from "node:timers/promises";
import { decision, type Effect } from "@/lib/contracts/decisions";

const PAUSE_AFTER_FAILURE_MS = 20;
const ANSWER_LIMIT_MS = 10_000;

export interface Answer {
  readonly decisionId: string;
  readonly effect: Effect;
}

/** Callers that ask without a pause, through every outage, until they are stopped. */
export interface Load {
  /** Every decision that was answered whole, in the order of arrival. */
  readonly answers: readonly Answer[];
  /** Requests that got no decision: the connection broke, or the server said that it cannot record. */
  unanswered(): number;
  /** Resolves when this many more decisions have been answered. */
  moreAnswers(count: number): Promise<void>;
  stop(): Promise<void>;
}

/** @param requests bodies for POST /api/v1/decisions/check, taken in turn */
export function startLoad(options: {
  baseUrl: string;
  apiKey: string;
  callers: number;
  requests: readonly Record<string, unknown>[];
}): Load {
  const answers: Answer[] = [];
  const waiting = new Set<{ until: number; resolve: () => void }>();
  let unanswered = 0;
  let asked = 0;
  let stopped = false;

  const caller = async () => {
    while (!stopped) {
      const body = options.requests[asked++ % options.requests.length];
      const answer = await ask(options.baseUrl, options.apiKey, body);
      if (answer === null) {
        unanswered += 1;
        await sleep(PAUSE_AFTER_FAILURE_MS);
        continue;
      }
      answers.push(answer);
      for (const one of waiting) if (answers.length >= one.until) one.resolve();
    }
  };
  const callers = Promise.all(Array.from({ length: options.callers }, caller));
  return {
    answers,
    unanswered: () => unanswered,
    async moreAnswers(count) {
      const reached = new Promise<void>((resolve) => {
        waiting.add({ until: answers.length + count, resolve });
      });
      // A caller that was refused ends the wait with its error.
      await Promise.race([reached, callers]);
    },
    async stop() {
      stopped = true;
      await callers;
    },
  };
}

/** @returns null when no decision came back. @throws Error when the server refused the request itself. */
async function ask(baseUrl: string, apiKey: string, body: unknown): Promise<Answer | null> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${baseUrl}/api/v1/decisions/check`, {
      method: "POST",
      headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    });
    text = await response.text();
  } catch {
    return null;
  }
  if (response.status === 503) return null;
  if (!response.ok) throw new Error(`The decision was refused: ${response.status} ${text}`);
  const { decision_id, effect } = decision.parse(JSON.parse(text));
  return { decisionId: decision_id, effect };
}
