import { useTranslations } from "#i18n";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page-header";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

export default function ComplianceLoading() {
  const t = useTranslations("compliance");
  return (
    <Page>
      <Skeleton className="mb-2 h-7 w-48" />
      <Skeleton className="mb-6 w-96 max-w-full" />
      <Card>
        <SkeletonRows rows={6} label={t("loading")} />
      </Card>
    </Page>
  );
}
