import { useTranslations } from "#i18n";
import { ListSkeleton } from "@/components/inbox/inbox-skeleton";
import { Skeleton } from "@/components/ui/skeleton";

export default function InboxLoading() {
  const t = useTranslations("inbox");
  return (
    <div className="bg-surface lg:h-[calc(100dvh-3.25rem)] lg:max-w-[26rem] lg:border-line lg:border-r">
      <div className="px-4 pt-4">
        <p className="pb-1 font-semibold text-2xl">{t("title")}</p>
        <div className="flex h-9 items-center gap-5 pointer-coarse:h-11">
          <Skeleton className="w-24" />
          <Skeleton className="w-16" />
          <Skeleton className="w-16" />
        </div>
      </div>
      <div className="h-13 border-line border-y" />
      <ListSkeleton />
    </div>
  );
}
