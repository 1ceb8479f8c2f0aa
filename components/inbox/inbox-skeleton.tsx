import { useTranslations } from "#i18n";
import { Skeleton } from "@/components/ui/skeleton";

const ROWS = ["one", "two", "three", "four", "five"];

/** Rows of the height that comes. */
export function ListSkeleton() {
  const t = useTranslations("inbox.list");
  return (
    <div role="status">
      <span className="sr-only">{t("loading")}</span>
      {ROWS.map((row) => (
        <div key={row} className="flex h-[5.75rem] flex-col justify-center gap-2 border-line border-b px-4">
          <div className="flex justify-between">
            <Skeleton className="w-32" />
            <Skeleton className="w-12" />
          </div>
          <Skeleton className="w-56" />
          <Skeleton className="w-40" />
        </div>
      ))}
    </div>
  );
}

/** A request on its way, in the places where its parts will stand. */
export function RequestSkeleton() {
  const t = useTranslations("inbox.page");
  return (
    <div role="status" className="mx-auto flex w-full max-w-3xl flex-col gap-5 px-4 py-5 sm:px-6">
      <span className="sr-only">{t("loading")}</span>
      <div className="flex flex-col gap-2">
        <Skeleton className="h-7 w-48" />
        <Skeleton className="w-64" />
      </div>
      <Skeleton className="h-32 rounded-lg" />
      <Skeleton className="h-28 rounded-lg" />
      <Skeleton className="h-40 rounded-lg" />
    </div>
  );
}
