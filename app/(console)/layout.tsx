import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import { countPendingFor } from "@/lib/server/approvals";
import { pageCaller } from "@/lib/server/identity/page-caller";
import { placesFor } from "./places";
import { signOutAction } from "./sign-out-action";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { caller, person, organization } = await pageCaller();
  return (
    <AppShell
      user={person}
      organization={organization}
      items={placesFor(caller.permissions)}
      pendingCount={await countPendingFor(caller)}
      onSignOut={signOutAction}
    >
      {children}
    </AppShell>
  );
}
