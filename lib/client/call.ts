import type { BodyInputOf, Endpoint, ParamsInputOf, QueryInputOf, ResponseOf } from "../contracts/endpoint";
import { errorOf, unreachable } from "./api-error";
import { reportConnection } from "./connection";
import type { AnyOperation, Operation } from "./operation";
import { reportSignedOut } from "./signed-out";

/** Asked for where the endpoint has it; may be left out where everything in it may. */
type Part<Name extends string, T> = [T] extends [undefined]
  ? { [N in Name]?: never }
  : Partial<T> extends T
    ? { [N in Name]?: T }
    : { [N in Name]: T };

export type CallInput<E extends Endpoint> = Part<"params", ParamsInputOf<E>> &
  Part<"query", QueryInputOf<E>> &
  Part<"body", BodyInputOf<E>> & {
    headers?: Record<string, string>;
    signal?: AbortSignal;
  };

type Arguments<E extends Endpoint> =
  Partial<CallInput<E>> extends CallInput<E> ? [input?: CallInput<E>] : [input: CallInput<E>];

/**
 * Calls one operation of the API as the person who is signed in.
 *
 * @returns the answer's JSON; undefined for an operation without one.
 * @throws ApiError with the server's problem document, or saying that the server was not reached.
 */
export async function call<const E extends Endpoint>(
  operation: Operation<E>,
  ...[input = {} as CallInput<E>]: Arguments<E>
): Promise<ResponseOf<E>> {
  const response = await ask(operation as AnyOperation, input as AskInput);
  return ((operation as AnyOperation).answers ? await response.json() : undefined) as ResponseOf<E>;
}

interface AskInput {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** The answer to an operation, once it is known to be one that was wanted. @throws ApiError as `call` does. */
export async function ask(
  { method, path, sends }: AnyOperation,
  { params, query, body, headers, signal }: AskInput,
): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(urlOf({ path }, params, query), {
      method,
      headers: {
        accept: "application/json",
        ...(sends && { "content-type": "application/json" }),
        ...headers,
      },
      ...(sends && { body: JSON.stringify(body ?? {}) }),
      credentials: "same-origin",
      ...(signal && { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    reportConnection("api", false);
    throw unreachable();
  }
  reportConnection("api", true);
  if (response.status === 401) reportSignedOut();
  if (!response.ok) throw await errorOf(response);
  return response;
}

/** The path with its parameters filled in and the query behind it; undefined members of the query are left out. */
export function urlOf(
  endpoint: Pick<Endpoint, "path">,
  params: Readonly<Record<string, unknown>> = {},
  query: Readonly<Record<string, unknown>> = {},
): string {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) search.set(name, String(value));
  }
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}
