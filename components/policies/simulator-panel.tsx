"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslations } from "#i18n";
import { EffectBadge } from "@/components/decision/effect-badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { useErrorWords } from "@/components/ui/error-words";
import { Field } from "@/components/ui/field";
import { Skeleton } from "@/components/ui/skeleton";
import { Textarea } from "@/components/ui/textarea";
import { type DraftSimulation, simulationQuery } from "@/lib/client/simulation-query";
import type { Translator } from "@/lib/i18n/translator";
import type { JsonObject, JsonValue, PolicyTrace } from "@/lib/policy";
import { isObject } from "./document/builder-node";
import { formatJson } from "./document/format-json";
import { locateJson } from "./document/json-places";
import { sampleRequest } from "./document/sample-request";
import { TraceView } from "./trace-view";
import { useDelayed } from "./use-delayed";

interface SimulatorPanelProps {
  document: JsonObject;
  valid: boolean;
  /** The policy that the draft replaces among those in force; null for a new one. */
  policyId: string | null;
}

const DRAFT_ID = "pol_draft";

/** Decides a sample request by the draft, with the engine that decides for real; nothing is stored. */
export function SimulatorPanel({ document, valid, policyId }: SimulatorPanelProps) {
  const t = useTranslations("policies.simulator");
  const jsonFault = useTranslations("policies.form.faults");
  const [typed, setTyped] = useState<string | null>(null);
  const [amongOthers, setAmongOthers] = useState(false);
  const sample = useMemo(() => formatJson(sampleRequest(document)), [document]);
  const text = typed ?? sample;
  const located = useMemo(() => locateJson(text), [text]);
  const request = located.kind === "ok" ? (JSON.parse(text) as JsonValue) : null;
  const error =
    located.kind === "broken" ? jsonFault(located.code) : isObject(request) ? undefined : t("notObject");
  const id = policyId ?? DRAFT_ID;
  const asked = useDelayed(
    useMemo(
      () => ({ policy: { ...document, id, enabled: true }, requestText: text, amongOthers }),
      [document, id, text, amongOthers],
    ),
    350,
  );
  const ready = valid && error === undefined;
  const outcome = useQuery({
    ...simulationQuery(asked),
    enabled: ready && isObject(readJson(asked.requestText)),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <Field label={t("request")} hint={t("requestHint")} error={error}>
        <Textarea
          mono
          rows={8}
          value={text}
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
          className="max-h-72 text-xs"
        />
      </Field>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <Field layout="inline" label={t("amongOthers")}>
          <Checkbox checked={amongOthers} onCheckedChange={(checked) => setAmongOthers(checked)} />
        </Field>
        {typed === null ? null : (
          <Button
            size="sm"
            variant="ghost"
            iconStart={<RefreshCw aria-hidden />}
            onClick={() => setTyped(null)}
          >
            {t("sample")}
          </Button>
        )}
      </div>
      {ready ? (
        <Outcome data={outcome.data} error={outcome.error} id={id} />
      ) : (
        <p className="text-ink-muted text-sm">{valid ? t("completeRequest") : t("completePolicy")}</p>
      )}
    </div>
  );
}

function readJson(text: string): JsonValue {
  return locateJson(text).kind === "ok" ? (JSON.parse(text) as JsonValue) : null;
}

function Outcome({
  data,
  error,
  id,
}: {
  data: DraftSimulation | undefined;
  error: Error | null;
  id: string;
}) {
  const t = useTranslations("policies.simulator");
  const errorWords = useErrorWords();
  if (error) {
    return (
      <Callout tone="negative" title={t("failed")} live>
        {errorWords(error)}
      </Callout>
    );
  }
  if (data === undefined) return <Skeleton className="h-24" />;
  const own = data.trace.find((entry) => entry.policy_id === id);
  const decisive = data.trace.find((entry) => entry.matched);
  return (
    <section
      aria-label={t("outcome")}
      className="flex min-w-0 flex-col gap-3 rounded-lg border border-line p-3"
    >
      <div role="status" className="flex flex-wrap items-center gap-2">
        <EffectBadge effect={data.effect} />
        <span className="text-ink-muted text-sm">{reason(data.matched_policy_id, id, decisive, t)}</span>
      </div>
      {own ? <TraceView trace={own} /> : <NotReached matched={data.matched_policy_id} decisive={decisive} />}
    </section>
  );
}

function reason(
  matched: string | null,
  id: string,
  decisive: PolicyTrace | undefined,
  t: Translator<"policies.simulator">,
): string {
  if (matched === null) return t("noneMatches");
  return matched === id ? t("thisDecides") : t("otherDecides", { name: decisive?.display_name ?? matched });
}

function NotReached({ matched, decisive }: { matched: string | null; decisive: PolicyTrace | undefined }) {
  const t = useTranslations("policies.simulator");
  return (
    <p className="text-ink-muted text-sm">
      {matched === null || decisive === undefined ? t("noAction") : t("notReached")}
    </p>
  );
}
