import "server-only";
import crypto from "node:crypto";
import canonicalize from "canonicalize";
import {
  approvalTerms,
  DEFAULT_PRIORITY,
  type JsonObject,
  onUnknown,
  type Policy,
  parsePolicy,
} from "@/lib/policy";
import { type Fault, invalid } from "../errors";

/** A policy that lib/policy has read, with the text of RFC 8785 that its hash is taken of. */
export interface PolicyDocument {
  policy: Policy;
  json: JsonObject;
  /** SHA-256 of the document's canonical JSON, in hex: what the log says of a version. */
  sha256: string;
}

const UNSTORABLE = "holds half of a surrogate pair or the character U+0000, which cannot be stored";

/** Reads a policy document, or tells what is wrong with it. */
export function readDocument(
  json: unknown,
): { kind: "ok"; document: PolicyDocument } | { kind: "invalid"; faults: Fault[] } {
  const parsed = parsePolicy(json);
  if (parsed.kind === "invalid")
    return { kind: "invalid", faults: parsed.faults.map((fault) => ({ ...fault })) };
  const policy = withDefaults(parsed.value);
  const text = canonicalText(policy);
  if (text === null)
    return { kind: "invalid", faults: [{ pointer: "", message: UNSTORABLE, code: "unstorable" }] };
  const sha256 = crypto.createHash("sha256").update(text).digest("hex");
  return { kind: "ok", document: { policy, json: policy as unknown as JsonObject, sha256 } };
}

/** @throws AppError invalid with a JSON Pointer for each fault. */
export function getDocument(json: unknown): PolicyDocument {
  const read = readDocument(json);
  if (read.kind === "ok") return read.document;
  throw invalid("This is no policy that can be published. See errors.", read.faults);
}

/** Null for text that neither RFC 8785 nor PostgreSQL has room for. */
function canonicalText(policy: Policy): string | null {
  try {
    const text = canonicalize(policy) ?? null;
    return text !== null && !/(?<!\\)(?:\\\\)*\\u0000/.test(text) ? text : null;
  } catch {
    return null;
  }
}

/**
 * The policy with every default written out, so that a stored document says by itself what it does. `resource_types`
 * has no default to write: absent is every type.
 */
export function withDefaults(policy: Policy): Policy {
  const terms = approvalTerms(policy.approval);
  return {
    ...policy,
    priority: policy.priority ?? DEFAULT_PRIORITY,
    condition: policy.condition ?? true,
    obligations: policy.obligations ?? [],
    unknown: onUnknown(policy),
    enabled: policy.enabled ?? true,
    ...(policy.effect === "require_approval" && {
      approval: {
        ...policy.approval,
        quorum: policy.approval?.quorum ?? 1,
        expires_in_seconds: terms.expires_in_seconds,
        separation_of_duties: terms.separation_of_duties,
        step_up: terms.step_up,
        require_reason: terms.require_reason,
        uses: terms.uses,
      },
    }),
  };
}

/** The roles that an approval's rules name, each with its place in the document. */
export function namedRoles(policy: Policy): { pointer: string; name: string }[] {
  const rules = policy.approval;
  const places = (names: readonly string[] | undefined, pointer: string) =>
    (names ?? []).map((name, index) => ({ pointer: `${pointer}/${index}`, name }));
  return [
    ...places(rules?.approver_roles, "/approval/approver_roles"),
    ...(rules?.stages ?? []).flatMap((stage, index) =>
      places(stage.approver_roles, `/approval/stages/${index}/approver_roles`),
    ),
    ...places(rules?.escalate_to_roles, "/approval/escalate_to_roles"),
  ];
}
