import type { ReactNode } from "react";
import { ConsoleShell } from "@/components/inbox/console-shell";
import { SendMessages } from "@/components/messages/send-messages";
import { getTranslations } from "@/lib/i18n/request-intl";
import { roleWords } from "@/lib/i18n/role-words";
import { countPendingFor } from "@/lib/server/approvals";
import { listOwnOrganizations } from "@/lib/server/identity";
import { pageCaller } from "@/lib/server/identity/page-caller";
import { setLocaleAction } from "../set-locale-action";
import { placesFor } from "./places";
import { signOutAction } from "./sign-out-action";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { caller, person, organization, session } = await pageCaller();
  const t = await getTranslations("shell");
  const roles = await getTranslations("roles");
  return (
    <SendMessages areas={["shell", "decision"]} requestWords>
      <ConsoleShell
        user={{ ...person, roles: person.roles.map((role) => roleWords(role, roles)) }}
        organization={organization}
        organizations={await listOwnOrganizations(caller)}
        permissions={[...caller.permissions]}
        session={session}
        items={placesFor(caller.permissions, t)}
        pendingCount={await countPendingFor(caller)}
        onSignOut={signOutAction}
        onLocale={setLocaleAction}
      >
        {children}
      </ConsoleShell>
    </SendMessages>
  );
}
