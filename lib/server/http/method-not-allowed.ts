import "server-only";
import { allowedMethods } from "@/lib/contracts/endpoints/allowed-methods";
import { AppError, notFound } from "../errors";
import { problemOf } from "./problem";
import { requestIdOf } from "./request-id";

/**
 * Answers a request that no operation is meant for: 405 with Allow where the path has other methods, else 404. Route
 * files export it for the methods they do not have, because Next's own 405 has no body.
 */
async function refuse(request: Request): Promise<Response> {
  const requestId = requestIdOf(request.headers.get("x-request-id"));
  const methods = allowedMethods(new URL(request.url).pathname);
  const error =
    methods.length > 0
      ? new AppError(
          "method_not_allowed",
          `This path answers to ${methods.join(", ")}, not to ${request.method}.`,
        )
      : notFound("path in this API; /api/v1/openapi.json lists them all");
  const { status, headers, body } = problemOf(error, requestId);
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      ...headers,
      ...(methods.length > 0 && { allow: methods.join(", ") }),
      "x-request-id": requestId,
      "cache-control": "no-store",
    },
  });
}

export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as POST, refuse as PUT };
