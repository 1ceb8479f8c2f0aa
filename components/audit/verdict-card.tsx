"use client";

import { useTranslations } from "#i18n";
import { Callout } from "@/components/ui/callout";
import { CopyableId } from "@/components/ui/copyable-id";
import { DataItem, DataList } from "@/components/ui/data-list";
import { useFormats } from "@/components/ui/use-formats";
import { verdictWords } from "./verdict-words";
import type { VerifyOutcome } from "./verify-messages";

/** The result in one sentence, then what it rests on. */
export function VerdictCard({ outcome }: { outcome: VerifyOutcome }) {
  const t = useTranslations("audit.verdict");
  const nouns = useTranslations("audit.verify.nouns");
  const format = useFormats();
  const { verdict, bytes, milliseconds, keys } = outcome;
  const words = verdictWords(verdict, t);
  const { reading } = verdict;
  return (
    <div className="flex flex-col gap-3">
      <Callout tone={words.tone} title={t(`titles.${words.tone}`)} live>
        <p className="break-words">{words.sentence}</p>
        {words.notes.length === 0 ? null : (
          <ul className="list-disc pt-1 pl-4 text-sm">
            {words.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </Callout>
      <DataList>
        <DataItem label={t("hashed")}>
          {t("hashedText", {
            count: reading.entries,
            size: format.bytes(bytes),
            time: format.duration(milliseconds),
          })}
        </DataItem>
        {reading.tip === null ? null : (
          <DataItem label={t("tip")}>
            <CopyableId id={reading.tip} noun={nouns("tip")} />
          </DataItem>
        )}
        {reading.checkpoint === null ? null : (
          <DataItem label={t("signedBy")}>
            <span className="break-all">{reading.checkpoint.signedBy.join(", ")}</span>
          </DataItem>
        )}
        {keys[0] === undefined ? null : (
          <DataItem label={t("key")}>
            <CopyableId id={keys[0]} noun={nouns("key")} />
          </DataItem>
        )}
      </DataList>
    </div>
  );
}
