import { SearchX } from "lucide-react";
import { useTranslations } from "#i18n";
import { MessageScreen } from "@/components/shell/message-screen";
import { LinkButton } from "@/components/ui/link-button";

export default function RequestNotFound() {
  const t = useTranslations("inbox.page.notFound");
  return (
    <MessageScreen
      icon={<SearchX aria-hidden />}
      title={t("title")}
      actions={
        <LinkButton href="/inbox" variant="primary">
          {t("go")}
        </LinkButton>
      }
    >
      <p>{t("text")}</p>
    </MessageScreen>
  );
}
