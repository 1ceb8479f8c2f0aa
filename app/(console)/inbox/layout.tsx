import type { ReactNode } from "react";
import { InboxProvider } from "@/components/inbox/inbox-provider";
import { SendMessages } from "@/components/messages/send-messages";
import { currentState } from "@/lib/server/decision-state";
import { pageCaller } from "@/lib/server/identity/page-caller";

export default async function InboxLayout({ children }: { children: ReactNode }) {
  const { caller } = await pageCaller("approvals.read");
  const { people } = await currentState(caller.organizationId);
  const unit = people.get(caller.id)?.attrs.unit;
  return (
    <SendMessages areas={["inbox"]}>
      <InboxProvider
        viewer={{
          id: caller.id,
          unit: typeof unit === "string" ? unit : null,
          mayVote: caller.permissions.has("approvals.vote"),
        }}
      >
        {children}
      </InboxProvider>
    </SendMessages>
  );
}
