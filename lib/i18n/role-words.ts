import { BUILT_IN_ROLES } from "../access";
import type { Messages } from "./catalog";
import type { Translator } from "./translator";

const BUILT_IN: ReadonlyMap<string, string> = new Map(
  BUILT_IN_ROLES.map(({ name, displayName }) => [name, displayName]),
);

interface NamedRole {
  name: string;
  displayName: string;
}

/** What a role is called in the reader's language. What an organization calls one itself is data, and stays. */
export function roleWords({ name, displayName }: NamedRole, t: Translator<"roles">): string {
  return BUILT_IN.get(name) === displayName ? t(`${name as keyof Messages["roles"]}`) : displayName;
}
