import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError } from "../errors";
import { problemOf } from "./problem";
import { requestIdOf } from "./request-id";

/** Answers 400 to a path whose percent-encoding is no UTF-8, for which Next would answer 500. @returns whether it did. */
export function refuseMalformedPath(request: IncomingMessage, response: ServerResponse): boolean {
  if (isDecodable(request.url?.split("?", 1)[0] ?? "/")) return false;
  const given = request.headers["x-request-id"];
  const requestId = requestIdOf(typeof given === "string" ? given : null);
  const error = new AppError("malformed", "The path is not valid percent-encoded UTF-8 (RFC 3986).");
  const { status, headers, body } = problemOf(error, requestId);
  response.writeHead(status, { ...headers, "x-request-id": requestId, "cache-control": "no-store" });
  response.end(JSON.stringify(body));
  return true;
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
