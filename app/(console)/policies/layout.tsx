import type { ReactNode } from "react";
import { SendMessages } from "@/components/messages/send-messages";
import { pageCaller } from "@/lib/server/identity/page-caller";

/** Above the list's loading screen, behind which a refusal could no longer set the answer's status. */
export default async function PoliciesLayout({ children }: { children: ReactNode }) {
  await pageCaller("policies.read");
  return <SendMessages areas={["policies"]}>{children}</SendMessages>;
}
