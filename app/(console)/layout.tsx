import type { ReactNode } from "react";
import { ConsoleShell } from "@/components/inbox/console-shell";
import { countPendingFor } from "@/lib/server/approvals";
import { pageCaller } from "@/lib/server/identity/page-caller";
import { placesFor } from "./places";
import { signOutAction } from "./sign-out-action";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { caller, person, organization } = await pageCaller();
  return (
    <ConsoleShell
      user={person}
      organization={organization}
      items={placesFor(caller.permissions)}
      pendingCount={await countPendingFor(caller)}
      onSignOut={signOutAction}
    >
      {children}
    </ConsoleShell>
  );
}
