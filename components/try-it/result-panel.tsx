"use client";

import { FlaskConical } from "lucide-react";
import { useTranslations } from "#i18n";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { useErrorWords } from "@/components/ui/error-words";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { Explanation } from "@/lib/contracts/decisions";
import { ExplanationView } from "./explanation-view";

interface ResultPanelProps {
  explanation: Explanation | undefined;
  error: Error | null;
  isPending: boolean;
  /** The request has been changed since it was explained. */
  isOutdated: boolean;
}

/** What came of pressing Explain, or what pressing it will show. */
export function ResultPanel({ explanation, error, isPending, isOutdated }: ResultPanelProps) {
  const t = useTranslations("try-it.request");
  const errorWords = useErrorWords();
  if (explanation)
    return (
      <>
        {isOutdated ? <Callout live>{t("changed")}</Callout> : null}
        <ExplanationView explanation={explanation} />
      </>
    );
  if (error)
    return (
      <Callout tone="negative" live title={t("failed")}>
        {errorWords(error)}
      </Callout>
    );
  return (
    <Card>
      {isPending ? (
        <SkeletonRows rows={6} label={t("deciding")} />
      ) : (
        <EmptyState icon={<FlaskConical />} title={t("empty.title")} description={t("empty.text")} />
      )}
    </Card>
  );
}
