import type { APIRequestContext } from "@playwright/test";
import { type CallInput, urlOf } from "@/lib/client/call";
import type { Endpoint, ResponseOf } from "@/lib/contracts/endpoint";

/**
 * Calls one operation of the API with whatever the request context is signed in with.
 *
 * @throws Error with the server's answer when it refuses.
 */
export async function callAs<const E extends Endpoint>(
  request: APIRequestContext,
  endpoint: E,
  input: CallInput<E>,
): Promise<ResponseOf<E>> {
  const { params, query, body, headers } = input as {
    params?: Record<string, unknown>;
    query?: Record<string, unknown>;
    body?: unknown;
    headers?: Record<string, string>;
  };
  const path = urlOf(endpoint, params, query);
  const response = await request.fetch(path, {
    method: endpoint.method,
    ...(headers && { headers }),
    ...(endpoint.body && { data: body ?? {} }),
  });
  if (!response.ok()) {
    throw new Error(`${endpoint.method} ${path}: ${response.status()} ${await response.text()}`);
  }
  return (endpoint.response ? endpoint.response.parse(await response.json()) : undefined) as ResponseOf<E>;
}

/** Signs a request context in as next-auth's own pages would; nothing is shown, so it serves preparation only. */
export async function signInRequest(
  request: APIRequestContext,
  { email, password }: { email: string; password: string },
): Promise<void> {
  const csrf = (await (await request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  await request.post("/api/auth/callback/credentials", {
    form: { email, password, csrfToken: csrf.csrfToken, callbackUrl: "/" },
    maxRedirects: 0,
  });
  const me = await request.get("/api/v1/me");
  if (!me.ok()) throw new Error(`Signing ${email} in failed: ${me.status()} ${await me.text()}`);
}
