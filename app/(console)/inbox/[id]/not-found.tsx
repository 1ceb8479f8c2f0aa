import type { Metadata } from "next";
import { useTranslations } from "#i18n";
import { NotFoundScreen } from "@/components/shell/not-found-screen";
import { getTranslations } from "@/lib/i18n/request-intl";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("inbox.page.notFound");
  return { title: t("title") };
}

export default function RequestNotFound() {
  const t = useTranslations("inbox.page.notFound");
  return <NotFoundScreen title={t("title")} text={t("text")} way={{ href: "/inbox", label: t("go") }} />;
}
