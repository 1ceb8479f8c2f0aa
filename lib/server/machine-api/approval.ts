import "server-only";
import { getApprovalQuery } from "@/lib/contracts/approvals";
import { awaitApproval } from "../approvals";
import { notFound } from "../errors";
import type { MachineHandler } from "../http/machine";
import { parseWith, queryObject } from "../http/parse";
import { authenticateMachine, machineCaller } from "../identity";

/** GET /api/v1/approvals/{id}?wait= with an API key or a token. */
export const approval: MachineHandler = async (request, requestId) => {
  const caller = machineCaller(await authenticateMachine(request.header), requestId);
  const url = new URL(request.url, "http://localhost");
  const id = url.pathname.split("/").at(-1) ?? "";
  if (!/^apr_[A-Za-z0-9]{1,60}$/.test(id)) throw notFound("approval");
  const { wait } = parseWith(getApprovalQuery, queryObject(url.searchParams), "query");
  return awaitApproval(caller, id, wait);
};
