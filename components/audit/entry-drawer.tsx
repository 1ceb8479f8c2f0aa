"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronDown, ChevronUp } from "lucide-react";
import { useTranslations } from "#i18n";
import { EffectBadge } from "@/components/decision/effect-badge";
import { PipelinePicture } from "@/components/pipeline/pipeline-picture";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CopyableId } from "@/components/ui/copyable-id";
import { DataItem, DataList } from "@/components/ui/data-list";
import { Drawer } from "@/components/ui/drawer";
import { useErrorWords } from "@/components/ui/error-words";
import { IconButton } from "@/components/ui/icon-button";
import { SkeletonRows } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { auditQueries } from "@/lib/client/audit-queries";
import { isDecisionReason } from "@/lib/contracts/decision-reasons";
import type { Translator } from "@/lib/i18n/translator";
import type { AuditNames, AuditPermissions } from "./audit-names";
import { EntryData } from "./entry-data";
import { EntryProof } from "./entry-proof";
import { actorKind, eventSentence } from "./event-words";
import { type ReadEntry, readEntry } from "./read-entry";
import { recordedStages } from "./recorded-stages";

interface EntryDrawerProps {
  seq: number | null;
  names: AuditNames;
  may: AuditPermissions;
  hrefOf: (seq: number) => string;
  onOpen: (seq: number | null) => void;
}

/** One entry beside the list: what it says, by which rule, and the proof that it stands in the log. */
export function EntryDrawer({ seq, names, may, hrefOf, onOpen }: EntryDrawerProps) {
  const t = useTranslations("audit.entry");
  const events = useTranslations("audit.events");
  const errorWords = useErrorWords();
  const query = useQuery({ ...auditQueries.one(seq ?? 0), enabled: seq !== null });
  const entry = query.data && seq === query.data.seq ? readEntry(query.data.canonical) : null;
  const step = (by: number) => {
    if (seq !== null && seq + by >= 1) onOpen(seq + by);
  };
  return (
    <Drawer
      open={seq !== null}
      onOpenChange={(open) => {
        if (!open) onOpen(null);
      }}
      width="lg"
      title={entry ? eventSentence(entry, events) : t("title")}
      description={seq === null ? undefined : t("number", { seq })}
      actions={
        <>
          <IconButton label={t("after")} size="sm" onClick={() => step(1)}>
            <ChevronUp aria-hidden />
          </IconButton>
          <IconButton label={t("before")} size="sm" disabled={seq === 1} onClick={() => step(-1)}>
            <ChevronDown aria-hidden />
          </IconButton>
        </>
      }
    >
      {query.error ? (
        <Callout
          tone="negative"
          live
          title={errorWords(query.error)}
          actions={<Button onClick={() => void query.refetch()}>{t("retry")}</Button>}
        />
      ) : entry && query.data ? (
        <div key={query.data.seq} className="flex flex-col gap-5">
          <EntryFacts entry={entry} names={names} may={may} />
          <EntryWay entry={entry} />
          <EntryData seq={query.data.seq} data={entry.data} names={names} mayReveal={may.reveal} />
          <EntryProof {...query.data} prev={entry.prev} hrefOf={hrefOf} onOpen={onOpen} />
        </div>
      ) : (
        <SkeletonRows rows={8} label={t("loading")} />
      )}
    </Drawer>
  );
}

interface EntryFactsProps {
  entry: ReadEntry;
  names: AuditNames;
  may: AuditPermissions;
}

function EntryFacts({ entry, names, may }: EntryFactsProps) {
  const t = useTranslations("audit.entry");
  const events = useTranslations("audit.events");
  const reasons = useTranslations("decision.reasons");
  const { actor } = entry;
  const name = names.agents.get(actor.id) ?? names.people.get(actor.id);
  return (
    <DataList>
      {entry.effect === null ? null : (
        <DataItem label={t("effect")}>
          <span className="flex flex-wrap items-center gap-2">
            <EffectBadge effect={entry.effect} />
            {entry.reason === null ? null : (
              <span className="text-ink-muted text-sm">{reasonWords(entry.reason, reasons)}</span>
            )}
          </span>
        </DataItem>
      )}
      <DataItem label={t("when")}>
        <Time at={entry.time} format="exact" className="whitespace-normal" />
      </DataItem>
      <DataItem label={t("who")}>
        <span className="flex flex-wrap items-baseline gap-x-2">
          {name ?? actorKind(actor.type, events)}
          {actor.type === "system" ? null : <CopyableId id={actor.id} noun={t("nouns.actor")} shorten />}
        </span>
      </DataItem>
      {entry.policyId === null ? null : (
        <DataItem label={t("policy")}>
          <span className="flex flex-wrap items-baseline gap-x-2">
            {may.policies ? (
              <TextLink href={`/policies/${entry.policyId}`}>
                {names.policies.get(entry.policyId) ?? entry.policyId}
              </TextLink>
            ) : (
              <code className="font-mono text-sm">{entry.policyId}</code>
            )}
            {entry.policyVersion === null ? null : (
              <span className="text-ink-muted text-sm">{t("version", { version: entry.policyVersion })}</span>
            )}
          </span>
        </DataItem>
      )}
      {entry.approvalId === null ? null : (
        <DataItem label={t("approval")}>
          <TextLink href={`/inbox/${entry.approvalId}`}>{t("openRequest")}</TextLink>{" "}
          <CopyableId id={entry.approvalId} noun={t("nouns.approval")} shorten />
        </DataItem>
      )}
      {entry.decisionId === null ? null : (
        <DataItem label={t("decision")}>
          <CopyableId id={entry.decisionId} noun={t("nouns.decision")} shorten />
        </DataItem>
      )}
      {entry.requestId === null ? null : (
        <DataItem label={t("request")}>
          <CopyableId id={entry.requestId} noun={t("nouns.request")} shorten />
        </DataItem>
      )}
      <DataItem label={t("type")}>
        <code className="font-mono text-sm">{entry.type}</code>
      </DataItem>
    </DataList>
  );
}

/** How a decision came about: read from its reason, never judged again. */
function EntryWay({ entry: { type, effect, reason, hasGrants } }: { entry: ReadEntry }) {
  const t = useTranslations("pipeline");
  const reasons = useTranslations("decision.reasons");
  if (type !== "decision.evaluated" || effect === null || !isDecisionReason(reason)) return null;
  return (
    <section aria-labelledby="entry-way">
      <h3 id="entry-way" className="pb-1 font-semibold text-base text-ink">
        {t("recordedTitle")}
      </h3>
      <PipelinePicture stages={recordedStages({ effect, reason, hasGrants, words: reasons(reason) })} />
    </section>
  );
}

/** A reason that a later version gave is made readable. */
function reasonWords(reason: string, t: Translator<"decision.reasons">): string {
  return isDecisionReason(reason) ? t(reason) : reason.replace(/_/g, " ");
}
