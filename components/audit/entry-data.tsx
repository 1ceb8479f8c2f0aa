"use client";

import { useMutation } from "@tanstack/react-query";
import { LockKeyhole, LockKeyholeOpen } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DataItem, DataList } from "@/components/ui/data-list";
import { call } from "@/lib/client/call";
import { auditOperations } from "@/lib/client/operations";
import type { Json } from "@/lib/contracts/common";
import type { AuditNames } from "./audit-names";
import { entryFields, plainText } from "./entry-fields";

interface EntryDataProps {
  seq: number;
  data: { readonly [name: string]: Json };
  names: AuditNames;
  mayReveal: boolean;
}

/** What the entry says was asked or changed; what came from a caller stands sealed until someone opens it. */
export function EntryData({ seq, data, names, mayReveal }: EntryDataProps) {
  const t = useTranslations("audit.data");
  const fields = entryFields(data, t);
  const sealedCount = fields.filter((field) => field.value.kind === "sealed").length;
  const [opened, setOpened] = useState<ReadonlyMap<string, Json> | null>(null);
  const reveal = useMutation({
    mutationFn: () => call(auditOperations.reveal, { params: { seq } }),
    onSuccess: ({ values }) => setOpened(new Map(values.map(({ path, value }) => [path, value as Json]))),
  });
  if (fields.length === 0) return null;
  return (
    <section aria-labelledby="entry-data">
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-2">
        <h3 id="entry-data" className="font-semibold text-base text-ink">
          {t("title")}
        </h3>
        {sealedCount > 0 && mayReveal && opened === null ? (
          <ConfirmDialog
            trigger={
              <Button size="sm" iconStart={<LockKeyhole aria-hidden />}>
                {t("reveal")}
              </Button>
            }
            title={t("revealTitle", { count: sealedCount })}
            description={t("revealText")}
            confirmLabel={t("revealConfirm")}
            onConfirm={async () => {
              await reveal.mutateAsync();
            }}
          />
        ) : null}
      </div>
      <DataList>
        {fields.map(({ pointer, label, value }) => (
          <DataItem key={pointer} label={label}>
            {value.kind === "plain" ? (
              <PlainValue text={value.text} names={names} />
            ) : (
              <SealedValue commitment={value.commitment} content={contentOf(opened, pointer)} />
            )}
          </DataItem>
        ))}
      </DataList>
      {sealedCount > 0 ? (
        <p className="pt-1 text-ink-faint text-sm">{opened === null ? t("sealedNote") : t("openedNote")}</p>
      ) : null}
    </section>
  );
}

function PlainValue({ text, names }: { text: string; names: AuditNames }) {
  const name = names.agents.get(text) ?? names.people.get(text) ?? names.policies.get(text);
  if (name !== undefined) {
    return (
      <span className="flex flex-wrap items-baseline gap-x-2">
        {name}
        <code className="break-all font-mono text-ink-faint text-xs">{text}</code>
      </span>
    );
  }
  return <span className="break-all">{text}</span>;
}

type Content = { kind: "sealed" } | { kind: "erased" } | { kind: "opened"; value: Json };

function contentOf(opened: ReadonlyMap<string, Json> | null, pointer: string): Content {
  if (opened === null) return { kind: "sealed" };
  const value = opened.get(pointer);
  return value === undefined ? { kind: "erased" } : { kind: "opened", value };
}

function SealedValue({ commitment, content }: { commitment: string; content: Content }) {
  const t = useTranslations("audit.data");
  if (content.kind === "erased") {
    return (
      <Badge appearance="outline" title={t("commitment", { commitment })}>
        {t("erased")}
      </Badge>
    );
  }
  if (content.kind === "opened") {
    return (
      <span className="flex items-start gap-1.5">
        <LockKeyholeOpen aria-label={t("opened")} className="mt-0.5 size-4 shrink-0 text-caution-ink" />
        <span className="min-w-0 break-words">{plainText(content.value, t)}</span>
      </span>
    );
  }
  return (
    <Badge icon={<LockKeyhole aria-hidden />} title={t("commitment", { commitment })}>
      {t("sealed")}
    </Badge>
  );
}
