import type { BodyInputOf, Endpoint } from "../contracts/endpoint";
import { ask } from "./call";
import type { AnyOperation, Operation } from "./operation";

/**
 * Asks for a file and hands it to the browser to be saved, under the name that the server gave it. For files that fit into
 * memory.
 *
 * @throws ApiError as `call` does.
 */
export async function downloadFile<const E extends Endpoint>(
  operation: Operation<E>,
  input: { body?: BodyInputOf<E>; query?: Record<string, unknown> },
): Promise<void> {
  const response = await ask(operation as AnyOperation, { ...input, headers: { accept: "*/*" } });
  saveFile(await response.blob(), fileNameOf(response) ?? "kynara");
}

/** The name that the server gave a file (RFC 6266); null where it gave none. */
export function fileNameOf(response: Response): string | null {
  return /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? null;
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
