import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OperationDetails } from "@/components/api-reference/operation-details";
import { findOperation } from "@/components/api-reference/operation-groups";
import { Page } from "@/components/ui/page-header";
import { getTranslations } from "@/lib/i18n/request-intl";

interface Props {
  params: Promise<{ operation: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("api-reference");
  return { title: findOperation((await params).operation)?.operation.summary ?? t("notFound") };
}

export default async function OperationPage({ params }: Props) {
  const found = findOperation((await params).operation);
  if (!found) notFound();
  return (
    <Page>
      <OperationDetails {...found} />
    </Page>
  );
}
