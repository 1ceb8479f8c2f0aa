"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { ChevronLeft } from "lucide-react";
import { useTranslations } from "#i18n";
import { TextLink } from "@/components/ui/text-link";
import { approvalQueries } from "@/lib/client/approval-queries";
import { RequestDetail } from "./request-detail";

/** One request as a page of its own: where notifications point to, and what a phone shows. */
export function RequestPage({ id }: { id: string }) {
  const t = useTranslations("inbox.page");
  const { data: approval } = useSuspenseQuery({
    ...approvalQueries.one(id),
    // The stream says when it changed.
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <>
      <nav aria-label={t("back")} className="mx-auto w-full max-w-3xl px-4 pt-3 sm:px-6">
        <TextLink
          href="/inbox"
          className="tap-target -ml-1 inline-flex items-center gap-0.5 no-underline [&_svg]:size-4"
        >
          <ChevronLeft aria-hidden />
          {t("inbox")}
        </TextLink>
      </nav>
      <RequestDetail approval={approval} place="page" />
    </>
  );
}
