import type { ReactNode } from "react";
import { SendMessages } from "@/components/messages/send-messages";

export default function AuditLayout({ children }: { children: ReactNode }) {
  return <SendMessages areas={["audit", "pipeline"]}>{children}</SendMessages>;
}
