import type { Metadata } from "next";
import { useTranslations } from "#i18n";
import { NotFoundScreen } from "@/components/shell/not-found-screen";
import { getTranslations } from "@/lib/i18n/request-intl";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("error-screen.notFound");
  return { title: t("documentTitle") };
}

/** Within the console, so that nobody who is signed in loses the way on. */
export default function ConsoleNotFound() {
  const t = useTranslations("error-screen.notFound");
  return <NotFoundScreen title={t("title")} text={t("text")} way={{ href: "/", label: t("start") }} />;
}
