import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page-header";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

export default function OverviewLoading() {
  return (
    <Page>
      <Skeleton className="mb-2 h-7 w-40" />
      <Skeleton className="mb-6 w-80 max-w-full" />
      <Card>
        <SkeletonRows rows={8} label="Loading the overview" />
      </Card>
    </Page>
  );
}
