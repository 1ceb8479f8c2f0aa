import type { ReactNode } from "react";
import { SendMessages } from "@/components/messages/send-messages";

export default function DesignLayout({ children }: { children: ReactNode }) {
  return <SendMessages areas={["shell", "decision", "sign-in"]}>{children}</SendMessages>;
}
