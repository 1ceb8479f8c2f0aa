import "server-only";
import type { CheckRequest } from "@/lib/contracts/decisions";
import { invalid } from "../errors";
import type { Asked } from "./asked";

/** A check request as the pipeline takes it. @param ownAgentId of the key or token: stands in for a subject left out. */
export function askedOf(request: CheckRequest, ownAgentId: string | null): Asked {
  const type = request.subject_type ?? "agent";
  const id = request.subject_id ?? (type === "agent" ? ownAgentId : null);
  if (id === null) {
    throw invalid("/subject_id: is needed, since this key belongs to no agent.", [
      {
        pointer: "/subject_id",
        message: "is needed, since this key belongs to no agent",
        code: "subject_needed",
      },
    ]);
  }
  return {
    subject: { type, id, attrs: {} },
    principalId: request.on_behalf_of_user_id ?? null,
    action: { name: request.action, attrs: request.action_attrs ?? {} },
    resource: {
      type: request.resource.type,
      id: request.resource.id ?? null,
      attrs: request.resource.attrs ?? {},
    },
    context: request.context ?? {},
    approvalId: request.approval_id ?? null,
  };
}
