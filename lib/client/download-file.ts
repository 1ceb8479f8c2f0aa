import type { BodyInputOf, Endpoint } from "../contracts/endpoint";
import { errorOf, unreachable } from "./api-error";
import { urlOf } from "./call";
import type { AnyOperation, Operation } from "./operation";

/**
 * Asks for a file and hands it to the browser to be saved, under the name that the server gave it. For files that fit into
 * memory and whose request has a body.
 *
 * @throws ApiError as `call` does.
 */
export async function downloadFile<const E extends Endpoint>(
  operation: Operation<E>,
  { body, query }: { body?: BodyInputOf<E>; query?: Readonly<Record<string, unknown>> },
): Promise<void> {
  const { method, path, sends } = operation as AnyOperation;
  let response: Response;
  try {
    response = await fetch(urlOf({ path }, {}, query), {
      method,
      ...(sends && {
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body ?? {}),
      }),
      credentials: "same-origin",
    });
  } catch {
    throw unreachable();
  }
  if (!response.ok) throw await errorOf(response);
  const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "kynara";
  saveFile(await response.blob(), name);
}

/** Has the browser save a blob as a file. */
export function saveFile(blob: Blob, name: string): void {
  const href = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = href;
  link.download = name;
  link.click();
  // The browser reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
