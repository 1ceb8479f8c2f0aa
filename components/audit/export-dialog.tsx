"use client";

import { Download } from "lucide-react";
import { type ReactElement, useState } from "react";
import { useTranslations } from "#i18n";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { Callout } from "@/components/ui/callout";
import { cn } from "@/components/ui/cn";
import { Dialog } from "@/components/ui/dialog";
import { useErrorWords } from "@/components/ui/error-words";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Progress } from "@/components/ui/progress";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { useFormats } from "@/components/ui/use-formats";
import { urlOf } from "@/lib/client/call";
import { auditOperations } from "@/lib/client/operations";
import { type ExportFormat, type ExportRange, exportRange } from "./export-range";
import { type ExportState, useExport } from "./use-export";

interface ExportDialogProps {
  trigger: ReactElement<Record<string, unknown>>;
  lastSeq: number;
}

/** The log, or a stretch of it, as a file; opened as soon as it is there. */
export function ExportDialog({ trigger, lastSeq }: ExportDialogProps) {
  const t = useTranslations("audit.export");
  const [format, setFormat] = useState<ExportFormat>("jsonl");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const { state, start, stop } = useExport();
  const range = exportRange(from, to, lastSeq);
  const href = range.kind === "range" ? urlOf(auditOperations.export, {}, { format, ...range.query }) : "";
  return (
    <Dialog
      defaultOpen
      trigger={trigger}
      title={t("title")}
      description={t("description", { count: lastSeq })}
      footer={
        state.kind === "running" ? (
          <Button onClick={stop}>{t("stop")}</Button>
        ) : range.kind === "range" ? (
          <a
            href={href}
            download
            onClick={(press) => {
              if (press.metaKey || press.ctrlKey || press.shiftKey) return;
              press.preventDefault();
              void start(href);
            }}
            className={buttonVariants({ variant: "primary" })}
          >
            <Download aria-hidden />
            {t("download")}
          </a>
        ) : (
          <Button variant="primary" disabled>
            {t("download")}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-col gap-2">
          <SegmentedControl
            aria-label={t("format")}
            segments={[
              { value: "jsonl", label: t("jsonLines") },
              { value: "csv", label: "CSV" },
            ]}
            value={format}
            onValueChange={setFormat}
          />
          <p className="text-ink-muted text-sm">{t(`explained.${format}`)}</p>
        </div>
        <div className="grid grid-cols-2 gap-3">
          <Field label={t("from")} optional error={useFault(range, "from")}>
            <Input
              inputMode="numeric"
              value={from}
              placeholder="1"
              onChange={(event) => setFrom(event.target.value)}
            />
          </Field>
          <Field label={t("to")} optional error={useFault(range, "to")}>
            <Input
              inputMode="numeric"
              value={to}
              placeholder={t("toPlaceholder")}
              onChange={(event) => setTo(event.target.value)}
            />
          </Field>
        </div>
        {/* The note keeps its place while something else stands there: no button moves from under the pointer. */}
        <div className="grid *:[grid-area:1/1]">
          <Callout className={cn(state.kind !== "idle" && "invisible")}>{t("note")}</Callout>
          <ExportProgress state={state} total={totalOf(range, lastSeq)} />
        </div>
      </div>
    </Dialog>
  );
}

function useFault(range: ExportRange, at: "from" | "to"): string | null {
  const t = useTranslations("audit.export.faults");
  if (range.kind !== "fault" || range.at !== at) return null;
  return range.fault.name === "beyond" ? t("beyond", { last: range.fault.last }) : t(range.fault.name);
}

function totalOf(range: ExportRange, lastSeq: number): number {
  if (range.kind === "fault") return 0;
  return (range.query.to_seq ?? lastSeq) - (range.query.from_seq ?? 1) + 1;
}

function ExportProgress({ state, total }: { state: ExportState; total: number }) {
  const t = useTranslations("audit.export");
  const format = useFormats();
  const errorWords = useErrorWords();
  switch (state.kind) {
    case "idle":
      return null;
    case "running":
      return (
        <Progress
          label={t("progress")}
          value={Math.min(state.entries, total)}
          max={total}
          valueText={t("progressText", {
            done: format.count(state.entries),
            total: format.count(total),
            size: format.bytes(state.bytes),
          })}
        />
      );
    case "saved":
      return (
        <Callout tone="positive" live>
          {t("saved", { count: state.entries, size: format.bytes(state.bytes) })}
        </Callout>
      );
    case "broke_off":
      return (
        <Callout tone="negative" live>
          {t("brokeOff", { problem: errorWords(state.error) ?? "" })}
        </Callout>
      );
  }
}
