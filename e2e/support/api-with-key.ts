import { type CallInput, urlOf } from "@/lib/client/call";
import type { Endpoint, ResponseOf } from "@/lib/contracts/endpoint";

/**
 * Calls one operation of the API with an API key.
 *
 * @throws Error with the server's answer when it refuses.
 */
export async function callWithKey<const E extends Endpoint>(
  baseUrl: string,
  key: string,
  endpoint: E,
  input: CallInput<E>,
): Promise<ResponseOf<E>> {
  const { params, query, body } = input as {
    params?: Record<string, unknown>;
    query?: Record<string, unknown>;
    body?: unknown;
  };
  const path = urlOf(endpoint, params, query);
  const response = await fetch(`${baseUrl}${path}`, {
    method: endpoint.method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    ...(endpoint.body && { body: JSON.stringify(body ?? {}) }),
  });
  if (!response.ok)
    throw new Error(`${endpoint.method} ${path}: ${response.status} ${await response.text()}`);
  return (endpoint.response ? endpoint.response.parse(await response.json()) : undefined) as ResponseOf<E>;
}
