"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "#i18n";
import { EffectBadge } from "@/components/decision/effect-badge";
import { useErrorWords } from "@/components/ui/error-words";
import { Skeleton } from "@/components/ui/skeleton";
import { orderQueries } from "@/lib/client/order-queries";
import type { PolicyView } from "@/lib/contracts/policies";
import type { JsonObject, JsonValue, PriorityPlan } from "@/lib/policy";
import { isObject } from "../document/builder-node";
import type { PairChange } from "./order-effects";
import { PreviewSection } from "./preview-section";
import { sampleRequests } from "./sample-requests";

interface OrderSamplesProps {
  before: readonly PolicyView[];
  after: readonly PolicyView[];
  plan: PriorityPlan & { kind: "ok" };
  pairs: readonly PairChange[];
}

const document = ({ id, document }: PolicyView): JsonObject => ({ ...(document as JsonObject), id });

/** Requests that both rules of a pair may match, decided by the real engine in the former order and in the new one. */
export function OrderSamples({ before, after, plan, pairs }: OrderSamplesProps) {
  const t = useTranslations("policies.reorder.preview");
  const errorWords = useErrorWords();
  const asked = useMemo(() => {
    const to = new Map(plan.changes.map((change) => [change.id, change.to]));
    const renumbered = after.map((policy) => ({
      ...document(policy),
      priority: to.get(policy.id) ?? policy.priority,
    }));
    return { before: before.map(document), after: renumbered, requests: sampleRequests(pairs) };
  }, [before, after, plan, pairs]);
  const samples = useQuery({
    ...orderQueries.samples(asked.before, asked.after, asked.requests),
    enabled: asked.requests.length > 0,
  });
  if (asked.requests.length === 0) return null;
  const changed = samples.data?.filter((sample) => sample.before !== sample.after) ?? [];
  return (
    <PreviewSection title={t("samples")} hint={t("samplesHint")}>
      {samples.isPending ? (
        <Skeleton className="h-12" />
      ) : samples.isError ? (
        <p className="text-ink-muted text-sm">
          {t("samplesFailed", { reason: errorWords(samples.error) ?? "" })}
        </p>
      ) : changed.length === 0 ? (
        <p className="text-sm">{t("samplesSame", { count: samples.data.length })}</p>
      ) : (
        <ul className="flex flex-col gap-2">
          {changed.map((sample) => (
            <li key={JSON.stringify(sample.request)} className="flex flex-col gap-1">
              <code className="break-words text-ink-muted text-xs">{requestWords(sample.request)}</code>
              <span className="flex flex-wrap items-center gap-1.5">
                <EffectBadge size="sm" effect={sample.before} />
                <ArrowRight aria-hidden className="size-3.5 text-ink-faint" />
                <EffectBadge size="sm" effect={sample.after} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </PreviewSection>
  );
}

/** "ehr.read patient_record record_type=genomic": names and values as agents send them. */
function requestWords(request: JsonObject): string {
  const { action, resource, context, subject } = request;
  const name = isObject(action) ? action.name : "";
  const type = isObject(resource) ? resource.type : "";
  const attributes = [resource, subject].map((owner) => (isObject(owner) ? owner.attrs : undefined));
  return [name, type, ...[...attributes, context].flatMap(pairsOf)].filter(Boolean).join(" ");
}

function pairsOf(value: JsonValue | undefined): readonly string[] {
  if (!isObject(value)) return [];
  return Object.entries(value).map(
    ([name, own]) => `${name}=${typeof own === "string" ? own : JSON.stringify(own)}`,
  );
}
