import "server-only";
import type { Caller } from "../caller";
import { stillSignedIn } from "../identity";
import { onApprovals } from "./waiting";

const HEARTBEAT_MS = 15_000;

/**
 * Server-sent events: which approval changed and how, never what stands in it. A `resync` says that some may have been
 * missed. Each heartbeat looks whether the caller may still listen, so that a removed member's stream ends.
 */
export function approvalStream(caller: Caller, signal: AbortSignal): Response {
  const encoder = new TextEncoder();
  let stop = (): void => undefined;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const off = onApprovals(caller.organizationId, (event) => {
        send(
          event
            ? `event: approval\ndata: ${JSON.stringify({ type: "approval", ...event })}\n\n`
            : "event: resync\ndata: {}\n\n",
        );
      });
      const heartbeat = setInterval(async () => {
        if (await stillSignedIn(caller)) send(": still here\n\n");
        else end();
      }, HEARTBEAT_MS);
      const end = () => {
        stop();
        controller.close();
      };
      stop = () => {
        off();
        clearInterval(heartbeat);
        signal.removeEventListener("abort", end);
        stop = () => undefined;
      };
      signal.addEventListener("abort", end);
      send("retry: 2000\n\n");
    },
    cancel: () => stop(),
  });
  return new Response(stream, {
    headers: { "content-type": "text/event-stream", "x-accel-buffering": "no", connection: "keep-alive" },
  });
}
