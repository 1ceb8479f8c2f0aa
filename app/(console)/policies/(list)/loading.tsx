import { useTranslations } from "#i18n";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page-header";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

export default function PoliciesLoading() {
  const t = useTranslations("policies.list");
  return (
    <Page>
      <div className="flex flex-col gap-2 pb-6">
        <Skeleton className="h-7 w-44" />
        <Skeleton className="w-2/3" />
      </div>
      <Card>
        <SkeletonRows rows={6} label={t("loading")} />
      </Card>
    </Page>
  );
}
