import type { ReactNode } from "react";
import { SendMessages } from "@/components/messages/send-messages";

export default function ComplianceLayout({ children }: { children: ReactNode }) {
  return <SendMessages areas={["compliance"]}>{children}</SendMessages>;
}
