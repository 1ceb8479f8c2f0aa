import { formatReference, type JsonValue } from "@/lib/policy";
import type { AttributePath } from "./attribute-path";
import { isObject } from "./builder-node";

interface DirectoryEntry {
  readonly kind: "subject" | "resource";
  readonly type: string;
  readonly attrs: Readonly<Record<string, unknown>>;
}

interface AgentEntry {
  readonly attrs: Readonly<Record<string, unknown>>;
}

const MOST_PATHS = 300;
const DEEPEST = 2;

/**
 * The attributes that the directory and the agents really carry. Names only: values in the directory may be a patient's.
 */
export function attributesSeen(
  entries: readonly DirectoryEntry[],
  agents: readonly AgentEntry[],
): readonly AttributePath[] {
  const seen = new Map<string, Set<string>>();
  const note = (root: string, attrs: Readonly<Record<string, unknown>>, where: string) => {
    for (const path of pathsIn(attrs as Readonly<Record<string, JsonValue>>, DEEPEST)) {
      const spelled = formatReference([root, "attrs", ...path]);
      if (!seen.has(spelled) && seen.size >= MOST_PATHS) continue;
      seen.set(spelled, (seen.get(spelled) ?? new Set()).add(where));
    }
  };
  for (const agent of agents) note("subject", agent.attrs, "agents");
  for (const entry of entries) {
    if (entry.kind === "resource") note("resource", entry.attrs, entry.type);
    else note(entry.type === "user" ? "on_behalf_of" : "subject", entry.attrs, entry.type);
  }
  return [...seen].map(([path, where]) => ({ path, description: `Seen on ${[...where].sort().join(", ")}` }));
}

function pathsIn(attrs: Readonly<Record<string, JsonValue | undefined>>, depth: number): string[][] {
  return Object.entries(attrs).flatMap(([name, value]) =>
    depth > 1 && isObject(value)
      ? [[name], ...pathsIn(value, depth - 1).map((path) => [name, ...path])]
      : [[name]],
  );
}

/** Both lists, each path once, those of attributes before those of the language. */
export function mergeAttributes(
  fixed: readonly AttributePath[],
  seen: readonly AttributePath[],
): readonly AttributePath[] {
  const known = new Set(fixed.map((one) => one.path));
  const fresh = seen.filter((one) => !known.has(one.path)).sort((a, b) => (a.path < b.path ? -1 : 1));
  return [...fresh, ...fixed];
}
