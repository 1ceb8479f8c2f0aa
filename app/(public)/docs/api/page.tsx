import type { Metadata } from "next";
import { ApiReference } from "@/components/api-reference/api-reference";
import { getTranslations } from "@/lib/i18n/request-intl";
import { config } from "@/lib/server/config";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("api-reference");
  return { title: t("title") };
}
export const dynamic = "force-dynamic";

export default function ApiReferencePage() {
  return <ApiReference baseUrl={config().baseUrl} />;
}
