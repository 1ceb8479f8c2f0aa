import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError } from "../errors";
import { answerMachine, type MachineHandler } from "./machine";
import { MAX_BODY_BYTES, tooLarge } from "./parse";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Serves a machine endpoint straight from node's server, before Next. */
export async function serveMachine(
  handle: MachineHandler,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const answer = await answerMachine(handle, {
    method: request.method ?? "GET",
    url: request.url ?? "/",
    header: (name) => {
      const value = request.headers[name];
      return typeof value === "string" ? value : null;
    },
    text: () => bodyOf(request),
  });
  response.writeHead(answer.status, {
    ...answer.headers,
    "content-length": Buffer.byteLength(answer.body),
  });
  // As text, not as bytes: head and body then leave in one write.
  response.end(answer.body);
}

function bodyOf(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_BODY_BYTES) {
        reject(tooLarge());
        request.removeAllListeners("data");
        request.resume();
        return;
      }
      chunks.push(chunk);
    });
    request.on("end", () => {
      try {
        resolve(utf8.decode(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)));
      } catch {
        reject(new AppError("malformed", "The body is not valid UTF-8."));
      }
    });
    request.on("error", (error) =>
      reject(new AppError("malformed", "The body could not be read.", { cause: error })),
    );
  });
}
