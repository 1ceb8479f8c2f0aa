import { LockKeyhole } from "lucide-react";
import type { ReactNode } from "react";
import { MessageScreen } from "./message-screen";

interface NoPermissionProps {
  /** What would be needed, in people's words: "seeing the audit log". */
  to: string;
  /** Who can give it. */
  askWhom?: string;
  actions?: ReactNode;
}

export function NoPermission({
  to,
  askWhom = "an administrator of your organization",
  actions,
}: NoPermissionProps) {
  return (
    <MessageScreen icon={<LockKeyhole aria-hidden />} title="Not part of your role" actions={actions}>
      <p>
        Your role does not include {to}. If your work needs it, ask {askWhom}.
      </p>
    </MessageScreen>
  );
}
