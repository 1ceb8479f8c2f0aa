import { AgentListSkeleton } from "@/components/agents/agent-list-skeleton";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";

export default function AgentsLoading() {
  return (
    <Page>
      <div className="flex items-start justify-between gap-6 pb-4">
        <div className="flex flex-1 flex-col gap-2">
          <Skeleton className="h-7 w-32" />
          <Skeleton className="w-96 max-w-full" />
        </div>
        <Skeleton className="h-8 w-36" />
      </div>
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap gap-2">
          <Skeleton className="h-8 w-full sm:w-72" />
          <Skeleton className="h-8 w-56" />
        </div>
        <Card>
          <AgentListSkeleton />
        </Card>
      </div>
    </Page>
  );
}
