import "server-only";
import { FIXED_PATHS } from "@/components/policies/document/attribute-path";
import { attributesSeen, mergeAttributes } from "@/components/policies/document/attributes-seen";
import type { EditorFacts } from "@/components/policies/policy-editor";
import { listAgents } from "@/lib/server/agents";
import type { Caller } from "@/lib/server/caller";
import { listEntities } from "@/lib/server/entities";
import { listRoles } from "@/lib/server/roles";

const MOST = 200;

/** What the editor offers to choose from, as far as this person may see it. */
export async function editorFacts(caller: Caller): Promise<EditorFacts> {
  const may = (permission: string) => caller.permissions.has(permission);
  const query = { limit: MOST };
  const [roles, entities, agents] = await Promise.all([
    may("roles.read") ? listRoles(caller, query) : null,
    may("entities.read") ? listEntities(caller, query) : null,
    may("agents.read") ? listAgents(caller, query) : null,
  ]);
  return {
    roles: roles?.items.map((role) => ({ name: role.name, displayName: role.display_name })) ?? null,
    attributes: mergeAttributes(FIXED_PATHS, attributesSeen(entities?.items ?? [], agents?.items ?? [])),
    maySimulate: may("policies.simulate"),
  };
}
