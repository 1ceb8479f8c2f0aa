import "server-only";
import { problemOf } from "./problem";
import { requestIdOf } from "./request-id";

/**
 * What a hot machine endpoint needs of a request. Neither node's nor the web's request object: making one of the latter
 * costs more than deciding, and both fit behind this.
 */
export interface MachineRequest {
  method: string;
  /** Path and query. */
  url: string;
  header(name: string): string | null;
  /** The body as UTF-8 text. @throws AppError too_large, malformed. */
  text(): Promise<string>;
}

export interface MachineAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** What a handler returns to answer otherwise than with 200 and JSON; its headers go before the standard ones. */
export class MachineReply implements MachineAnswer {
  constructor(
    readonly status: number,
    readonly headers: Record<string, string>,
    readonly body: string,
  ) {}
}

export type MachineHandler = (request: MachineRequest, requestId: string) => Promise<unknown>;

/** Runs a machine endpoint: its value becomes JSON, its error a problem document. */
export async function answerMachine(handle: MachineHandler, request: MachineRequest): Promise<MachineAnswer> {
  const requestId = requestIdOf(request.header("x-request-id"));
  const standard = { "x-request-id": requestId, "cache-control": "no-store" };
  try {
    const value = await handle(request, requestId);
    if (value instanceof MachineReply)
      return { status: value.status, headers: { ...standard, ...value.headers }, body: value.body };
    return {
      status: 200,
      headers: { "content-type": "application/json", ...standard },
      body: JSON.stringify(value),
    };
  } catch (error) {
    const { status, headers, body } = problemOf(error, requestId);
    return { status, headers: { ...headers, ...standard }, body: JSON.stringify(body) };
  }
}
