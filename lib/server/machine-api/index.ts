import "server-only";
import type { MachineHandler } from "../http/machine";
import { approval } from "./approval";
import { evaluation, evaluations } from "./authzen";
import { check } from "./check";

export { check, evaluation, evaluations };

interface MachinePath {
  method: string;
  path: RegExp;
  handle: MachineHandler;
  /** Left to Next when the request carries no key or token: a person's session is Next's to read. */
  keyOnly: boolean;
}

/** The few hot machine endpoints: app/ exports the same functions, and server.ts answers them before Next. */
export const MACHINE_PATHS: readonly MachinePath[] = [
  { method: "POST", path: /^\/api\/v1\/decisions\/check$/, handle: check, keyOnly: false },
  { method: "GET", path: /^\/api\/v1\/approvals\/apr_[A-Za-z0-9]+$/, handle: approval, keyOnly: true },
  { method: "POST", path: /^\/access\/v1\/evaluation$/, handle: evaluation, keyOnly: false },
  { method: "POST", path: /^\/access\/v1\/evaluations$/, handle: evaluations, keyOnly: false },
];

/** The machine endpoint for a request, or null when Next shall answer it. */
export function machinePath(method: string, url: string, hasKey: boolean): MachineHandler | null {
  const end = url.indexOf("?");
  const path = end === -1 ? url : url.slice(0, end);
  const found = MACHINE_PATHS.find((one) => one.method === method && one.path.test(path));
  return found && (hasKey || !found.keyOnly) ? found.handle : null;
}
