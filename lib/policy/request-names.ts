import { compilePath, readActionName } from "./reader";
import type { ReferencePath } from "./reference";

export const RESOURCE_TYPE: ReferencePath = ["resource", "type"];

const readType = compilePath(RESOURCE_TYPE);

/** The action's name of a request; null where there is none, which no pattern matches. */
export function requestAction(ctx: unknown): string | null {
  const name = readActionName(ctx);
  return typeof name === "string" ? name : null;
}

/**
 * The resource's type of a request; null where there is none. Whether a policy with resource types is meant
 * is then unknown, so that leaving the type out never avoids a deny.
 */
export function requestResourceType(ctx: unknown): string | null {
  const type = readType(ctx);
  return typeof type === "string" ? type : null;
}
