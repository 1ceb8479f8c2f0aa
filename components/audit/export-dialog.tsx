"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { formatCount } from "@/components/ui/format-number";
import { Input } from "@/components/ui/input";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { urlOf } from "@/lib/client/call";
import { auditEndpoints } from "@/lib/contracts/endpoints/audit";
import { type ExportFormat, exportRange } from "./export-range";

const formats: { value: ExportFormat; label: string }[] = [
  { value: "jsonl", label: "JSON Lines" },
  { value: "csv", label: "CSV" },
];

const explained: Record<ExportFormat, string> = {
  jsonl: "Carries a signed checkpoint and a proof, so anybody can verify it without this server.",
  csv: "Opens in a spreadsheet. It carries no checkpoint: keep one beside it to prove that nothing was cut off.",
};

/** The log, or a stretch of it, as a file; the browser saves it as it arrives and shows how far it is. */
export function ExportDialog({ lastSeq }: { lastSeq: number }) {
  const [format, setFormat] = useState<ExportFormat>("jsonl");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const range = exportRange(from, to, lastSeq);
  const href = range.kind === "range" ? urlOf(auditEndpoints.export, {}, { format, ...range.query }) : "";
  return (
    <Dialog
      trigger={<Button iconStart={<Download aria-hidden />}>Export</Button>}
      title="Export the log"
      description={`The log has ${formatCount(lastSeq)} entries. The export itself becomes one more, under your name.`}
      footer={
        range.kind === "range" ? (
          <a href={href} download className={buttonVariants({ variant: "primary" })}>
            <Download aria-hidden />
            Download
          </a>
        ) : (
          <Button variant="primary" disabled>
            Download
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-col gap-2">
          <SegmentedControl aria-label="Format" segments={formats} value={format} onValueChange={setFormat} />
          <p className="text-ink-muted text-sm">{explained[format]}</p>
        </div>
        <div className="grid grid-cols-2 gap-3">
          <Field
            label="From entry"
            optional
            error={range.kind === "fault" && range.at === "from" ? range.message : null}
          >
            <Input
              inputMode="numeric"
              value={from}
              placeholder="1"
              onChange={(event) => setFrom(event.target.value)}
            />
          </Field>
          <Field
            label="To entry"
            optional
            error={range.kind === "fault" && range.at === "to" ? range.message : null}
          >
            <Input
              inputMode="numeric"
              value={to}
              placeholder="the last"
              onChange={(event) => setTo(event.target.value)}
            />
          </Field>
        </div>
        <Callout>
          Patient data stays sealed in the file. Your browser shows the download as it goes; a download that
          breaks off is found by the verifier.
        </Callout>
      </div>
    </Dialog>
  );
}
