import "server-only";
import type { EvaluationRequest } from "@/lib/contracts/authzen";
import type { JsonObject, JsonValue } from "@/lib/policy";
import type { Asked } from "../decisions";

/**
 * An AuthZEN evaluation as the decision pipeline takes it. The standard has no member for the person a subject acts for
 * or for an approval, so both come in `context`; they are no circumstances of the request, and policies and log see the
 * same context as through our own API.
 */
export function askedOf({ subject, action, resource, context = {} }: EvaluationRequest): Asked {
  const { on_behalf_of_user_id, approval_id, approval, ...circumstances } = context;
  const referenced = approvalReference(approval);
  return {
    subject: { type: subject.type, id: subject.id, attrs: subject.properties ?? {} },
    principalId: on_behalf_of_user_id ?? null,
    action: { name: action.name, attrs: action.properties ?? {} },
    resource: { type: resource.type, id: resource.id, attrs: resource.properties ?? {} },
    context: {
      ...circumstances,
      ...(approval !== undefined && referenced === null && { approval }),
    } as JsonObject,
    approvalId: approval_id ?? referenced,
  };
}

/** AuthZEN Access Request and Approval Profile, "Completion Semantics": the approval comes back in `context.approval`. */
function approvalReference(approval: JsonValue | undefined): string | null {
  if (typeof approval !== "object" || approval === null || Array.isArray(approval)) return null;
  const { id } = approval as JsonObject;
  return typeof id === "string" && /^apr_[A-Za-z0-9]{1,60}$/.test(id) ? id : null;
}
