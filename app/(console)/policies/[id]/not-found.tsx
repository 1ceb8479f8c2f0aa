import type { Metadata } from "next";
import { useTranslations } from "#i18n";
import { NotFoundScreen } from "@/components/shell/not-found-screen";
import { getTranslations } from "@/lib/i18n/request-intl";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("policies.list.notFound");
  return { title: t("title") };
}

export default function PolicyNotFound() {
  const t = useTranslations("policies.list.notFound");
  return <NotFoundScreen title={t("title")} text={t("body")} way={{ href: "/policies", label: t("all") }} />;
}
