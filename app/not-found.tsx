import { Compass } from "lucide-react";
import type { Metadata } from "next";
import { useTranslations } from "#i18n";
import { MessageScreen } from "@/components/shell/message-screen";
import { LinkButton } from "@/components/ui/link-button";
import { getTranslations } from "@/lib/i18n/request-intl";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("error-screen.notFound");
  return { title: t("documentTitle") };
}

export default function NotFound() {
  const t = useTranslations("error-screen.notFound");
  return (
    <MessageScreen
      whole
      icon={<Compass aria-hidden />}
      title={t("title")}
      actions={
        <LinkButton href="/" variant="primary">
          {t("start")}
        </LinkButton>
      }
    >
      <p>{t("text")}</p>
    </MessageScreen>
  );
}
