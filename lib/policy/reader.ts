import type { ReadOperand } from "./operand";
import { MISSING, type ReferencePath, readReference } from "./reference";

export { MISSING } from "./reference";

/** Looks an operand up in a request; `MISSING` for a reference that leads nowhere. */
export type Reader = (ctx: unknown) => unknown;

type Fields = Readonly<Record<string, unknown>>;

/** Compiles an operand to a function that looks it up. */
export function compileReader(operand: ReadOperand): Reader {
  if (operand.kind === "literal") {
    const { value } = operand;
    return () => value;
  }
  return compilePath(operand.path);
}

/** A reader for a path; those of the usual shapes are unrolled, with `readReference`'s meaning. */
export function compilePath(path: ReferencePath): Reader {
  const [first, second, third] = path;
  if (first === undefined || second === undefined) return (ctx) => readReference(ctx, path);
  const root = compileMember(first);
  if (path.length === 2) {
    const member = compileMember(second);
    return (ctx) => member(root(ctx));
  }
  if (path.length === 3 && second === "attrs" && third !== undefined) {
    return (ctx) => ownMember(attrsOf(root(ctx)), third);
  }
  return (ctx) => readReference(ctx, path);
}

function compileMember(name: string): Reader {
  return (Object.hasOwn(MEMBERS, name) ? MEMBERS[name] : undefined) ?? ((value) => ownMember(value, name));
}

/** An own member of an object; `MISSING` of everything else. */
function ownMember(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return MISSING;
  return Object.hasOwn(value, name) ? (value as Fields)[name] : MISSING;
}

const BASE = Object.prototype as unknown as Fields;

/**
 * Own members with names known here. `holder.name` is far cheaper than asking for an own property, and the
 * same for an ordinary object as long as `Object.prototype` has no such member, which is looked at each time:
 * whoever manages to put one there gains nothing.
 */
const MEMBERS: { readonly [name: string]: Reader } = {
  subject: (holder) => (isObject(holder) ? ownOf(holder, holder.subject, BASE.subject, "subject") : MISSING),
  on_behalf_of: (holder) =>
    isObject(holder) ? ownOf(holder, holder.on_behalf_of, BASE.on_behalf_of, "on_behalf_of") : MISSING,
  action: (holder) => (isObject(holder) ? ownOf(holder, holder.action, BASE.action, "action") : MISSING),
  resource: (holder) =>
    isObject(holder) ? ownOf(holder, holder.resource, BASE.resource, "resource") : MISSING,
  context: (holder) => (isObject(holder) ? ownOf(holder, holder.context, BASE.context, "context") : MISSING),
  env: (holder) => (isObject(holder) ? ownOf(holder, holder.env, BASE.env, "env") : MISSING),
  name: (holder) => (isObject(holder) ? ownOf(holder, holder.name, BASE.name, "name") : MISSING),
  type: (holder) => (isObject(holder) ? ownOf(holder, holder.type, BASE.type, "type") : MISSING),
  id: (holder) => (isObject(holder) ? ownOf(holder, holder.id, BASE.id, "id") : MISSING),
  roles: (holder) => (isObject(holder) ? ownOf(holder, holder.roles, BASE.roles, "roles") : MISSING),
};

function attrsOf(holder: unknown): unknown {
  return isObject(holder) ? ownOf(holder, holder.attrs, BASE.attrs, "attrs") : MISSING;
}

/** The action's name, read as the path `ctx.action.name` is. */
export function readActionName(ctx: unknown): unknown {
  const action = isObject(ctx) ? ownOf(ctx, ctx.action, BASE.action, "action") : MISSING;
  return isObject(action) ? ownOf(action, action.name, BASE.name, "name") : MISSING;
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

function ownOf(holder: Fields, value: unknown, inherited: unknown, name: string): unknown {
  if (value === undefined) return MISSING;
  return inherited === undefined && Object.getPrototypeOf(holder) === BASE ? value : ownMember(holder, name);
}
