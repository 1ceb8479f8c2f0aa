import "server-only";
import crypto from "node:crypto";
import { canonicalJson, type JsonValue } from "@/lib/ledger";
import { type PolicyContext, parseReference, readReference } from "@/lib/policy";

/** Roles are judged anew at every check and the clock always moves: neither binds. */
const UNBOUND = /^ctx\.(env|approver)\b|^ctx\.(subject|on_behalf_of)\.roles$/;

/**
 * What an approval is good for: exactly this subject, principal, action, resource, and these values of the attributes
 * that policies read. A missing attribute differs from null.
 */
function boundParts(context: PolicyContext, paths: readonly string[]): JsonValue {
  const values: [string, JsonValue][] = [];
  for (const path of [...new Set(paths)].sort()) {
    if (UNBOUND.test(path)) continue;
    const segments = parseReference(path);
    const value = segments === null ? undefined : readReference(context, segments);
    if (value !== undefined) values.push([path, withoutFractions(value)]);
  }
  return {
    subject: [context.subject?.type ?? "", context.subject?.id ?? ""],
    principal: context.on_behalf_of?.id ?? null,
    action: context.action?.name ?? "",
    resource: [context.resource?.type ?? "", context.resource?.id ?? null],
    values: values.map(([path, value]) => [path, value]),
  };
}

/** SHA-256 over the bound parts: equal for equal requests only. */
export function bindingOf(context: PolicyContext, paths: readonly string[]): Buffer {
  const canonical = canonicalJson(boundParts(context, paths));
  if (canonical.kind === "refused") throw new Error(`A request cannot be bound: ${canonical.sentence}`);
  return crypto.createHash("sha256").update(canonical.text).digest();
}

/** Whether two requests are the same one for these attribute paths. */
export function isSameRequest(one: PolicyContext, other: PolicyContext, paths: readonly string[]): boolean {
  return bindingOf(one, paths).equals(bindingOf(other, paths));
}

/** The ledger's canonical JSON knows integers only; a fraction binds by its text, marked so that it is no string's. */
function withoutFractions(value: unknown): JsonValue {
  if (typeof value === "number") return Number.isSafeInteger(value) ? value : { fraction: String(value) };
  if (Array.isArray(value)) return value.map(withoutFractions);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withoutFractions(item)]));
  }
  return value as JsonValue;
}
