"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "#i18n";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyableId } from "@/components/ui/copyable-id";
import { auditQueries } from "@/lib/client/audit-queries";

/** How to check an export where nothing of ours runs. */
export function OfflineCommand() {
  const t = useTranslations("audit.verify.offline");
  const nouns = useTranslations("audit.verify.nouns");
  const list = useInfiniteQuery(auditQueries.checkpoints());
  const key = list.data?.pages[0]?.items[0]?.verifier_key;
  const command = key === undefined ? "npx kynara verify FILE" : `npx kynara verify FILE --key '${key}'`;
  return (
    <Card>
      <CardHeader title={t("title")} description={t("description")} />
      <CardBody className="flex flex-col gap-3">
        <CodeBlock code={command} label={t("label")} wrap />
        {key === undefined ? null : (
          <p className="flex flex-wrap items-center gap-x-2 text-ink-muted text-sm">
            {t.rich("key", { id: () => <CopyableId key="id" id={key} noun={nouns("key")} /> })}
          </p>
        )}
      </CardBody>
    </Card>
  );
}
