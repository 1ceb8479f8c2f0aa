import "server-only";
import type { EditorFacts } from "@/components/policies/policy-editor";
import { getTranslations } from "@/lib/i18n/request-intl";
import { roleWords } from "@/lib/i18n/role-words";
import type { Caller } from "@/lib/server/caller";
import { listRoles } from "@/lib/server/roles";

const MOST = 200;

/** What the editor offers to choose from, as far as this person may see it. */
export async function editorFacts(caller: Caller): Promise<EditorFacts> {
  const may = (permission: string) => caller.permissions.has(permission);
  const roles = may("roles.read") ? await listRoles(caller, { limit: MOST }) : null;
  const t = await getTranslations("roles");
  return {
    roles:
      roles?.items.map(({ name, display_name }) => ({
        name,
        displayName: roleWords({ name, displayName: display_name }, t),
      })) ?? null,
    maySimulate: may("policies.simulate"),
  };
}
