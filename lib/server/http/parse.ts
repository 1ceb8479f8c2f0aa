import "server-only";
import type * as z from "zod";
import { faultsOf } from "@/lib/contracts/faults";
import { AppError, invalid } from "../errors";

export const MAX_BODY_BYTES = 1_048_576;
const MAX_NESTING = 64;
const [QUOTE, BACKSLASH, OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [
  0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d,
];

/** Checks a value that came from outside. @throws AppError invalid (422) naming each field that is wrong. */
export function parseWith<S extends z.ZodType>(
  schema: S,
  value: unknown,
  where: "body" | "query" | "path",
): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = faultsOf(result.error, where === "body" ? "" : where === "query" ? "?" : "path:");
  const first = faults[0];
  throw invalid(`${first?.pointer || "The body"}: ${first?.message ?? "is wrong"}.`, faults);
}

/** Parses JSON text. @throws AppError malformed (400), too_large (413), invalid (422) when it is nested too deeply. */
export function parseJson(text: string, maxBytes = MAX_BODY_BYTES): unknown {
  if (text.length > maxBytes) throw tooLarge(maxBytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AppError("malformed", "The body is not valid JSON.");
  }
  if (isTooDeep(text)) {
    const message = `is nested deeper than ${MAX_NESTING}`;
    throw invalid(`The body ${message}.`, [
      { pointer: "", message, code: "deep", params: { most: MAX_NESTING } },
    ]);
  }
  return value;
}

/** Whether valid JSON is nested so deeply that whoever walks it by calling themselves would run out of stack. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isInString) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) isInString = false;
    } else if (code === QUOTE) isInString = true;
    else if (code === OPEN_BRACKET || code === OPEN_BRACE) {
      depth += 1;
      if (depth > MAX_NESTING) return true;
    } else if (code === CLOSE_BRACKET || code === CLOSE_BRACE) depth -= 1;
  }
  return false;
}

export const tooLarge = (maxBytes = MAX_BODY_BYTES) =>
  new AppError("too_large", `The body is larger than ${maxBytes} bytes.`);

/** Reads a body without gathering more than is allowed. */
export async function readBody(request: Request, maxBytes = MAX_BODY_BYTES): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge(maxBytes);
  if (!request.body) return "";
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw tooLarge(maxBytes);
    }
    chunks.push(value);
  }
  const bytes = Buffer.concat(chunks);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new AppError("malformed", "The body is not valid UTF-8.");
  }
}

/** Query parameters as an object; one that is given twice is refused rather than guessed at, as is what no column holds. */
export function queryObject(search: URLSearchParams): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of search) {
    if (Object.hasOwn(query, name))
      throw invalid(`?${name} is given more than once.`, [
        { pointer: `?/${name}`, message: "is given more than once", code: "given_twice" },
      ]);
    if (value.includes("\u0000"))
      throw invalid(`?${name} holds the character U+0000.`, [
        { pointer: `?/${name}`, message: "holds the character U+0000", code: "unstorable" },
      ]);
    query[name] = value;
  }
  return query;
}
