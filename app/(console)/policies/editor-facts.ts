import "server-only";
import type { EditorFacts } from "@/components/policies/policy-editor";
import type { Caller } from "@/lib/server/caller";
import { listRoles } from "@/lib/server/roles";

const MOST = 200;

/** What the editor offers to choose from, as far as this person may see it. */
export async function editorFacts(caller: Caller): Promise<EditorFacts> {
  const may = (permission: string) => caller.permissions.has(permission);
  const roles = may("roles.read") ? await listRoles(caller, { limit: MOST }) : null;
  return {
    roles: roles?.items.map((role) => ({ name: role.name, displayName: role.display_name })) ?? null,
    maySimulate: may("policies.simulate"),
  };
}
