"use client";

import { useQueryClient } from "@tanstack/react-query";
import { FileCheck2, ShieldCheck } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { formatCount } from "@/components/ui/format-number";
import { Progress } from "@/components/ui/progress";
import { Textarea } from "@/components/ui/textarea";
import { auditQueries } from "@/lib/client/audit-queries";
import { urlOf } from "@/lib/client/call";
import { auditEndpoints } from "@/lib/contracts/endpoints/audit";
import { rememberCheckpoint, rememberedCheckpoint } from "./remembered-checkpoint";
import { useVerification, type Verification } from "./use-verification";
import { VerdictCard } from "./verdict-card";
import type { VerifyOrder } from "./verify-messages";

interface VerifyHereProps {
  organizationId: string;
  /** Downloading is an export, which not everybody may make. */
  mayExport: boolean;
}

/** The browser downloads the log and hashes every entry itself; the server is asked for bytes and not for an opinion. */
export function VerifyHere({ organizationId, mayExport }: VerifyHereProps) {
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
      <CardHeader
        title="Verify here"
        description="Your browser downloads the log and hashes every entry itself. It takes nothing on trust but the bytes."
      />
      <CardBody className="flex flex-col gap-4">
        <div className="flex flex-wrap gap-2">
          {mayExport ? (
            <Button
              variant="primary"
              iconStart={<ShieldCheck aria-hidden />}
              disabled={running}
              onClick={() =>
                verify({ kind: "url", url: urlOf(auditEndpoints.export, {}, { format: "jsonl" }) })
              }
            >
              Verify the whole log
            </Button>
          ) : null}
          <Button
            iconStart={<FileCheck2 aria-hidden />}
            disabled={running}
            onClick={() => files.current?.click()}
          >
            Verify a file I kept
          </Button>
          {running ? <Button onClick={cancel}>Stop</Button> : null}
          <input
            ref={files}
            type="file"
            accept=".jsonl,.csv"
            aria-label="Export to verify"
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
            Check against a key and a checkpoint of your own
          </summary>
          <div className="flex flex-col gap-3 px-3 pb-3">
            <Field
              label="Verifier key"
              optional
              hint="As you got it by other means: from the contract, from your own administrator."
            >
              <Textarea
                mono
                rows={2}
                value={key}
                onChange={(event) => setKey(event.target.value)}
                spellCheck={false}
              />
            </Field>
            <Field label="Earlier checkpoint" optional hint="The whole signed note, as you kept it.">
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
        <p className="text-ink-faint text-sm">
          {mayExport
            ? "The download is recorded as an export. This browser remembers the last checkpoint it verified, and checks the next time that the log only grew."
            : "Your role may not export the log, so only a file can be verified here."}
        </p>
      </CardBody>
    </Card>
  );
}

function VerificationState({ state }: { state: Verification }) {
  switch (state.kind) {
    case "idle":
      return null;
    case "running":
      return (
        <Progress
          label="Hashing"
          value={state.total === null ? null : state.entries}
          max={state.total ?? 1}
          valueText={
            state.total === null
              ? `${formatCount(state.entries)} entries`
              : `${formatCount(state.entries)} of ${formatCount(state.total)} entries`
          }
        />
      );
    case "failed":
      return (
        <Callout tone="caution" live title="Nothing was proved">
          {state.message} Nothing was changed.
        </Callout>
      );
    case "done":
      return <VerdictCard outcome={state} />;
  }
}
