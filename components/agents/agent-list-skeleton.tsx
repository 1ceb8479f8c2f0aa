import { useTranslations } from "#i18n";
import { Skeleton } from "@/components/ui/skeleton";

const ROWS = [0, 1, 2, 3, 4, 5];

/** The shape of the list: rows of two lines at a desk, cards of four on a phone. */
export function AgentListSkeleton() {
  const t = useTranslations("agents.list");
  return (
    <div role="status">
      <span className="sr-only">{t("loading")}</span>
      <div className="hidden h-9 border-line border-b md:block" />
      {ROWS.map((row) => (
        <div
          key={row}
          className="flex h-28 flex-wrap content-center items-center gap-x-8 gap-y-2 border-line border-b px-4 last:border-b-0 md:h-[3.3rem] md:flex-nowrap md:px-3"
        >
          <span className="flex w-44 flex-col gap-1.5">
            <Skeleton className="w-full" />
            <Skeleton className="h-3 w-2/3" />
          </span>
          <Skeleton className="ml-auto h-5 w-16 md:ml-0" />
          <Skeleton className="w-full md:w-40" />
          <Skeleton className="ml-auto h-6 w-16 md:w-16" />
          <Skeleton className="w-32 md:w-48" />
        </div>
      ))}
    </div>
  );
}
