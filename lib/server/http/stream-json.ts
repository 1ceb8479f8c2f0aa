import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import { log } from "../log";

/** How long one answer may keep all others waiting. */
const TURN_MS = 10;

/**
 * A JSON answer `{ [name]: [item, …] }` that is made while it is sent: memory holds one item, and other requests get
 * their turn in between. A fault breaks the answer off rather than end it.
 */
export function streamJsonList(name: string, items: Iterable<unknown>): Response {
  const parts = partsOf(name, items);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const started = performance.now();
      try {
        let text = "";
        while (performance.now() - started < TURN_MS) {
          const { done, value } = parts.next();
          if (done) {
            if (text !== "") controller.enqueue(encoder.encode(text));
            controller.close();
            return;
          }
          text += value;
        }
        controller.enqueue(encoder.encode(text));
        await nextTurn();
      } catch (error) {
        log().error({ error }, "an answer broke off");
        controller.error(error);
      }
    },
    cancel() {
      parts.return(undefined);
    },
  });
  return new Response(body, { headers: { "content-type": "application/json" } });
}

function* partsOf(name: string, items: Iterable<unknown>): Generator<string, undefined> {
  yield `{${JSON.stringify(name)}:[`;
  let separator = "";
  for (const item of items) {
    yield separator + JSON.stringify(item);
    separator = ",";
  }
  yield "]}";
}
