import type { Metadata } from "next";
import { ForbiddenPlace } from "@/components/shell/forbidden-place";
import { getTranslations } from "@/lib/i18n/request-intl";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.noPermission");
  return { title: t("title") };
}

export default function ConsoleForbidden() {
  return <ForbiddenPlace />;
}
