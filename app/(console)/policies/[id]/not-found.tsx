import { SearchX } from "lucide-react";
import { useTranslations } from "#i18n";
import { MessageScreen } from "@/components/shell/message-screen";
import { LinkButton } from "@/components/ui/link-button";

export default function PolicyNotFound() {
  const t = useTranslations("policies.list.notFound");
  return (
    <MessageScreen
      icon={<SearchX aria-hidden />}
      title={t("title")}
      actions={
        <LinkButton href="/policies" variant="primary">
          {t("all")}
        </LinkButton>
      }
    >
      <p>{t("body")}</p>
    </MessageScreen>
  );
}
