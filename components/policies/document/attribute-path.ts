import { formatReference, isReference, parseReference } from "@/lib/policy";

/** An attribute that conditions can read, for people to choose from. */
export interface AttributePath {
  readonly path: string;
  readonly description: string;
}

/** A reference that is still to be chosen; the parser refuses it, so it is never published. */
export const UNCHOSEN = "ctx.";

/** What the language itself defines (docs: policy language, "What a reference can reach"). */
export const FIXED_PATHS: readonly AttributePath[] = [
  { path: "ctx.resource.type", description: "What kind of resource" },
  { path: "ctx.resource.id", description: "Which resource" },
  { path: "ctx.action.name", description: "What is to be done" },
  { path: "ctx.context.purpose", description: "The purpose the caller states" },
  { path: "ctx.subject.type", description: "Agent, user or service" },
  { path: "ctx.subject.id", description: "Which agent" },
  { path: "ctx.subject.roles", description: "The agent's roles" },
  { path: "ctx.on_behalf_of.id", description: "The person the agent acts for" },
  { path: "ctx.on_behalf_of.roles", description: "That person's roles" },
  { path: "ctx.env.time", description: "Kynara's own clock" },
  { path: "ctx.env.region", description: "Where the decision is made" },
];

/** Only while an approval's relationship is judged. */
export const APPROVER_PATHS: readonly AttributePath[] = [
  { path: "ctx.approver.id", description: "The person who votes" },
  { path: "ctx.approver.roles", description: "That person's roles" },
  { path: "ctx.approver.attrs.unit", description: "That person's unit" },
];

const ROOTS = new Set(["subject", "on_behalf_of", "action", "resource", "context", "env", "approver"]);

/**
 * What was typed as a full path: `record_type` is an attribute of the resource, `context.ip` needs only the `ctx.`
 * before it.
 */
export function completePath(typed: string): string {
  const text = typed.trim();
  if (isReference(text)) return text;
  const path = parseReference(`ctx.${text}`);
  if (path === null) return formatReference(["resource", "attrs", text]);
  return ROOTS.has(path[0] ?? "") ? formatReference(path) : formatReference(["resource", "attrs", ...path]);
}
