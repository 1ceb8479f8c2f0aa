import type { KnownAttribute, SeenType } from "@/lib/contracts/policy-vocabulary";
import { formatReference, isReference, parseReference } from "@/lib/policy";

/** A reference that is still to be chosen; the parser refuses it, so it is never published. */
export const UNCHOSEN = "ctx.";

/** The parts of a request in the order in which rules usually speak of them. */
export const ROOTS = ["resource", "on_behalf_of", "subject", "context", "action", "env", "approver"] as const;
export type Root = (typeof ROOTS)[number];

/** What the language itself defines (docs: policy language, "What a reference can reach"). */
export const FIXED_PATHS = {
  resourceType: { path: "ctx.resource.type", type: "text" },
  resourceId: { path: "ctx.resource.id", type: "text" },
  principalId: { path: "ctx.on_behalf_of.id", type: "text" },
  principalRoles: { path: "ctx.on_behalf_of.roles", type: "list" },
  subjectType: { path: "ctx.subject.type", type: "text" },
  subjectId: { path: "ctx.subject.id", type: "text" },
  subjectRoles: { path: "ctx.subject.roles", type: "list" },
  purpose: { path: "ctx.context.purpose", type: "text" },
  actionName: { path: "ctx.action.name", type: "text" },
  time: { path: "ctx.env.time", type: "time" },
  region: { path: "ctx.env.region", type: "text" },
  approverId: { path: "ctx.approver.id", type: "text" },
  approverRoles: { path: "ctx.approver.roles", type: "list" },
} as const satisfies Record<string, { path: string; type: SeenType }>;
export type FixedName = keyof typeof FIXED_PATHS;

/** An attribute that conditions can read, for people to choose from. */
export interface Attribute {
  readonly path: string;
  readonly root: Root;
  /** Its own name: the path without what its group says, `record_type` or `home.city`. */
  readonly name: string;
  /** 1 for what lies within the attribute listed before it. */
  readonly depth: number;
  /** Which of the language's own it is; null for one that was seen here. */
  readonly fixed: FixedName | null;
  readonly seen: KnownAttribute | null;
  readonly types: readonly SeenType[];
}

export interface AttributeGroup {
  readonly root: Root;
  readonly attributes: readonly Attribute[];
}

const isRoot = (name: string | undefined): name is Root => ROOTS.some((root) => root === name);

/**
 * Everything that can be referred to, part by part: what was seen, most frequent first with what lies within it behind
 * it, then what the language defines. Only an approval's relationship can speak of who approves.
 */
export function attributeGroups(
  known: readonly KnownAttribute[],
  { withApprover }: { withApprover: boolean },
): readonly AttributeGroup[] {
  const byPath = new Map(known.map((one) => [one.path, one]));
  const fixed = (Object.keys(FIXED_PATHS) as FixedName[]).map((name) => {
    const { path, type } = FIXED_PATHS[name];
    return attributeOf(path, name, byPath.get(path) ?? null, [type]);
  });
  const own = new Set<string>(fixed.map((one) => one?.path ?? ""));
  const found = known
    .filter((one) => !own.has(one.path))
    .map((one) => attributeOf(one.path, null, one, one.types));
  const all = [...found, ...fixed].filter((one) => one !== null);
  return ROOTS.filter((root) => withApprover || root !== "approver")
    .map((root) => ({ root, attributes: inOrder(all.filter((one) => one.root === root)) }))
    .filter((group) => group.attributes.length > 0);
}

function attributeOf(
  path: string,
  fixed: FixedName | null,
  seen: KnownAttribute | null,
  types: readonly SeenType[],
): Attribute | null {
  const [root, ...rest] = parseReference(path) ?? [];
  if (!isRoot(root) || rest.length === 0) return null;
  const within = rest[0] === "attrs" ? rest.slice(1) : rest;
  const depth = within.length > 1 ? 1 : 0;
  return { path, root, name: within.join("."), depth, fixed, seen, types };
}

/** What was seen most stands first; members stand behind the object that holds them. */
function inOrder(attributes: readonly Attribute[]): readonly Attribute[] {
  const heads = attributes.filter((one) => one.depth === 0);
  const inner = attributes.filter((one) => one.depth > 0);
  const rank = (one: Attribute) => (one.fixed === null ? -(one.seen?.seen ?? 0) : 1);
  const sorted = [...heads].sort((one, other) => rank(one) - rank(other));
  const led = sorted.flatMap((head) => [
    head,
    ...inner.filter((one) => one.path.startsWith(`${head.path}.`) || one.path.startsWith(`${head.path}[`)),
  ]);
  return [...led, ...inner.filter((one) => !led.includes(one))];
}

/**
 * What was typed as a full path: `record_type` is an attribute of the resource, `context.ip` needs only the `ctx.`
 * before it.
 */
export function completePath(typed: string): string {
  const text = typed.trim();
  if (isReference(text)) return text;
  const path = parseReference(`ctx.${text}`);
  if (path === null) return formatReference(["resource", "attrs", text]);
  return isRoot(path[0]) ? formatReference(path) : formatReference(["resource", "attrs", ...path]);
}
