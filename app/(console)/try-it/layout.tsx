import type { ReactNode } from "react";
import { SendMessages } from "@/components/messages/send-messages";

export default function TryItLayout({ children }: { children: ReactNode }) {
  return <SendMessages areas={["try-it", "pipeline", "roles"]}>{children}</SendMessages>;
}
