import type { Metadata } from "next";
import { useTranslations } from "#i18n";
import { NotFoundScreen } from "@/components/shell/not-found-screen";
import { getTranslations } from "@/lib/i18n/request-intl";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("error-screen.notFound");
  return { title: t("documentTitle") };
}

/** For whoever is not signed in: the others keep the console around it. */
export default function NotFound() {
  const t = useTranslations("error-screen.notFound");
  return <NotFoundScreen whole title={t("title")} text={t("text")} way={{ href: "/", label: t("start") }} />;
}
