"use client";

import { useQueryClient } from "@tanstack/react-query";
import { FileCheck2, ShieldCheck } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { type ErrorWords, useErrorWords } from "@/components/ui/error-words";
import { Field } from "@/components/ui/field";
import { Progress } from "@/components/ui/progress";
import { Textarea } from "@/components/ui/textarea";
import { ApiError } from "@/lib/client/api-error";
import { auditQueries } from "@/lib/client/audit-queries";
import { urlOf } from "@/lib/client/call";
import { auditOperations } from "@/lib/client/operations";
import type { Translator } from "@/lib/i18n/translator";
import { rememberCheckpoint, rememberedCheckpoint } from "./remembered-checkpoint";
import { useVerification, type Verification } from "./use-verification";
import { VerdictCard } from "./verdict-card";
import type { VerifyFailure, VerifyOrder } from "./verify-messages";

interface VerifyHereProps {
  organizationId: string;
  /** Downloading is an export, which not everybody may make. */
  mayExport: boolean;
}

/** The browser downloads the log and hashes every entry itself; the server is asked for bytes and not for an opinion. */
export function VerifyHere({ organizationId, mayExport }: VerifyHereProps) {
  const t = useTranslations("audit.verify.here");
  const [key, setKey] = useState("");
  const [checkpoint, setCheckpoint] = useState("");
  const files = useRef<HTMLInputElement>(null);
  const client = useQueryClient();
  const { state, start, cancel } = useVerification((outcome) => {
    // The export signed where the log stands now.
    void client.invalidateQueries({ queryKey: auditQueries.checkpoints().queryKey });
    if (outcome.checkpoint !== null && outcome.verdict.reading.org === organizationId)
      rememberCheckpoint(organizationId, outcome.checkpoint);
  });
  const running = state.kind === "running";

  function verify(source: VerifyOrder["source"]) {
    const remembered = source.kind === "url" ? rememberedCheckpoint(organizationId) : null;
    const given = checkpoint.trim() === "" ? null : `${checkpoint.trimEnd()}\n`;
    start({
      source,
      trustedKeys: key.split(/\s+/).filter((one) => one !== ""),
      earlierCheckpoints: [given, remembered].filter((note) => note !== null),
    });
  }

  return (
    <Card>
      <CardHeader title={t("title")} description={t("description")} />
      <CardBody className="flex flex-col gap-4">
        <div className="flex flex-wrap gap-2">
          {mayExport ? (
            <Button
              variant="primary"
              iconStart={<ShieldCheck aria-hidden />}
              disabled={running}
              onClick={() =>
                verify({ kind: "url", url: urlOf(auditOperations.export, {}, { format: "jsonl" }) })
              }
            >
              {t("whole")}
            </Button>
          ) : null}
          <Button
            iconStart={<FileCheck2 aria-hidden />}
            disabled={running}
            onClick={() => files.current?.click()}
          >
            {t("file")}
          </Button>
          {running ? <Button onClick={cancel}>{t("stop")}</Button> : null}
          <input
            ref={files}
            type="file"
            accept=".jsonl,.csv"
            aria-label={t("fileLabel")}
            className="hidden"
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = "";
              if (file) verify({ kind: "file", file });
            }}
          />
        </div>
        <VerificationState state={state} />
        <details className="rounded-lg border border-line">
          <summary className="flex min-h-9 items-center px-3 py-1.5 font-medium text-ink-muted text-sm hover:text-ink pointer-coarse:min-h-11">
            {t("own")}
          </summary>
          <div className="flex flex-col gap-3 px-3 pb-3">
            <Field label={t("key")} optional hint={t("keyHint")}>
              <Textarea
                mono
                rows={2}
                value={key}
                onChange={(event) => setKey(event.target.value)}
                spellCheck={false}
              />
            </Field>
            <Field label={t("checkpoint")} optional hint={t("checkpointHint")}>
              <Textarea
                mono
                rows={4}
                value={checkpoint}
                onChange={(event) => setCheckpoint(event.target.value)}
                spellCheck={false}
              />
            </Field>
          </div>
        </details>
        <p className="text-ink-faint text-sm">{mayExport ? t("recorded") : t("mayNot")}</p>
      </CardBody>
    </Card>
  );
}

function VerificationState({ state }: { state: Verification }) {
  const t = useTranslations("audit.verify.here");
  const verdict = useTranslations("audit.verdict.titles");
  const errorWords = useErrorWords();
  switch (state.kind) {
    case "idle":
      return null;
    case "running":
      return (
        <Progress
          label={t("hashing")}
          value={state.total === null ? null : state.entries}
          max={state.total ?? 1}
          valueText={
            state.total === null
              ? t("counted", { count: state.entries })
              : t("progress", { done: state.entries, count: state.total })
          }
        />
      );
    case "failed":
      return (
        <Callout tone="caution" live title={verdict("caution")}>
          {failureWords(state, t, errorWords)} {t("unchanged")}
        </Callout>
      );
    case "done":
      return <VerdictCard outcome={state} />;
  }
}

function failureWords(
  { why }: VerifyFailure,
  t: Translator<"audit.verify.here">,
  errorWords: ErrorWords,
): string | null {
  switch (why.kind) {
    case "no_worker":
      return t("noWorker");
    case "broke_off":
      return t("brokeOff");
    case "refused":
      return errorWords(new ApiError(why.problem));
  }
}
