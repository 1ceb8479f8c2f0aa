import "server-only";
import type { Access, BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from "@/lib/contracts/endpoint";
import type { Caller } from "../caller";
import { AppError, forbidden } from "../errors";
import { authenticate } from "../identity";
import { log } from "../log";
import { parseJson, parseWith, queryObject, readBody } from "./parse";
import { problemOf } from "./problem";
import { requestIdOf } from "./request-id";

export interface Input<E> {
  params: ParamsOf<E>;
  query: QueryOf<E>;
  body: BodyOf<E>;
  request: Request;
  requestId: string;
}

/** What the operation answers with: the response's JSON, or a Response of its own for a stream. */
type Answer<E> = ResponseOf<E> | Response | undefined;

export type RouteHandler = (
  request: Request,
  context: { params: Promise<Record<string, string | string[]>> },
) => Promise<Response>;

const SAFE_METHODS = new Set(["GET", "HEAD"]);

/**
 * Makes a route handler of an endpoint: authenticates, authorizes, parses, calls one operation and answers; every error
 * becomes a problem document.
 */
export function route<const E extends Endpoint>(
  endpoint: E,
  handle: (
    caller: E["access"] extends "public" ? Caller | null : Caller,
    input: Input<E>,
  ) => Promise<Answer<E>>,
): RouteHandler {
  return async (request, context) => {
    const requestId = requestIdOf(request.headers.get("x-request-id"));
    try {
      const caller =
        endpoint.access === "public" ? null : await callerOf(request, endpoint.access, requestId);
      const input = await parseInput(endpoint, request, context, requestId);
      const answer = await handle(caller as Parameters<typeof handle>[0], input);
      return respond(endpoint, answer, requestId);
    } catch (error) {
      const { status, headers, body } = problemOf(error, requestId);
      return new Response(JSON.stringify(body), {
        status,
        headers: { ...headers, ...standardHeaders(requestId) },
      });
    }
  };
}

async function callerOf(
  request: Request,
  access: Exclude<Access, "public">,
  requestId: string,
): Promise<Caller> {
  const caller = await authenticate(request, requestId);
  if (caller.kind === "user" && !SAFE_METHODS.has(request.method)) refuseForeignOrigin(request);
  if (access === "authenticated") return caller;
  const wanted = typeof access === "string" ? [access] : access;
  if (!wanted.some((permission) => caller.permissions.has(permission))) {
    throw forbidden(
      `This needs the permission ${wanted.join(" or ")}. Ask an administrator for a role that holds it.`,
    );
  }
  return caller;
}

/** A session's cookie travels by itself, so a change asked for by another site's page is refused (OWASP: CSRF). */
function refuseForeignOrigin(request: Request): void {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  const foreign = site
    ? site !== "same-origin" && site !== "none"
    : origin !== null && hostOf(origin) !== host;
  if (foreign) throw forbidden("This request came from another site's page.");
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

async function parseInput<E extends Endpoint>(
  endpoint: E,
  request: Request,
  context: { params: Promise<Record<string, string | string[]>> },
  requestId: string,
): Promise<Input<E>> {
  const params = endpoint.params ? parseWith(endpoint.params, await context.params, "path") : undefined;
  const query = endpoint.query
    ? parseWith(endpoint.query, queryObject(new URL(request.url).searchParams), "query")
    : undefined;
  let body: unknown;
  if (endpoint.body) {
    const text = await readBody(request, endpoint.maxBodyBytes);
    body = parseWith(endpoint.body, text === "" ? {} : parseJson(text, endpoint.maxBodyBytes), "body");
  }
  return { params, query, body, request, requestId } as Input<E>;
}

function respond<E extends Endpoint>(endpoint: E, answer: Answer<E>, requestId: string): Response {
  if (answer instanceof Response) {
    for (const [name, value] of Object.entries(standardHeaders(requestId))) answer.headers.set(name, value);
    return answer;
  }
  const status = endpoint.status ?? 200;
  if (!endpoint.response || answer === undefined)
    return new Response(null, { status: 204, headers: standardHeaders(requestId) });
  if (process.env.NODE_ENV !== "production") checkAnswer(endpoint, answer);
  return Response.json(answer, { status, headers: standardHeaders(requestId) });
}

/** In tests and development an answer that breaks its own contract is a fault. */
function checkAnswer(endpoint: Endpoint, answer: unknown): void {
  const result = endpoint.response?.safeParse(answer);
  if (result && !result.success) {
    log().error(
      { operation: endpoint.operationId, issues: result.error.issues },
      "an answer breaks its contract",
    );
    throw new AppError("internal", `The answer of ${endpoint.operationId} breaks its contract.`);
  }
}

const standardHeaders = (requestId: string) => ({ "x-request-id": requestId, "cache-control": "no-store" });
