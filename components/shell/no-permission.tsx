import { LockKeyhole } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "#i18n";
import { MessageScreen } from "./message-screen";

interface NoPermissionProps {
  /** What would be needed, in people's words: "seeing the audit log". */
  to: string;
  actions?: ReactNode;
}

export function NoPermission({ to, actions }: NoPermissionProps) {
  const t = useTranslations("shell.noPermission");
  return (
    <MessageScreen icon={<LockKeyhole aria-hidden />} title={t("title")} actions={actions}>
      <p>{t("text", { what: to })}</p>
    </MessageScreen>
  );
}
