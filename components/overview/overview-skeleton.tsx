import { useTranslations } from "#i18n";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";

const BARS = [34, 52, 40, 66, 48, 72, 58, 80, 62, 70, 54, 76, 60, 44];

function Lines({ count }: { count: number }) {
  return (
    <div className="flex flex-col gap-3 p-4">
      {Array.from({ length: count }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines that are all the same.
        <Skeleton key={line} className={line % 2 === 0 ? "w-full" : "w-3/4"} />
      ))}
    </div>
  );
}

const Head = () => (
  <div className="border-line border-b px-4 py-3">
    <Skeleton className="h-5 w-32" />
  </div>
);

/** The overview's places while its figures are counted: nothing jumps when they come. */
export function OverviewSkeleton() {
  const t = useTranslations("overview");
  return (
    <Page>
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <Skeleton className="mb-2 h-7 w-40" />
      <Skeleton className="mb-6 w-80 max-w-full" />
      <div aria-hidden className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Card>
            <Head />
            <Lines count={1} />
          </Card>
          <Skeleton className="h-9 w-64 max-w-full" />
          <Card>
            <Head />
            <div className="flex h-64 items-end gap-1 p-4">
              {BARS.map((height) => (
                <span
                  key={height}
                  style={{ height: `${height}%` }}
                  className="shimmer min-w-0 flex-1 rounded-t-sm bg-pressed"
                />
              ))}
            </div>
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Card>
            <Head />
            <Lines count={6} />
          </Card>
          <Card>
            <Head />
            <Lines count={3} />
          </Card>
        </div>
      </div>
    </Page>
  );
}
