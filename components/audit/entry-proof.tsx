"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "#i18n";
import { Callout } from "@/components/ui/callout";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyableId } from "@/components/ui/copyable-id";
import { DataItem, DataList } from "@/components/ui/data-list";
import { useErrorWords } from "@/components/ui/error-words";
import { Spinner } from "@/components/ui/spinner";
import { auditQueries } from "@/lib/client/audit-queries";
import { call } from "@/lib/client/call";
import { auditOperations } from "@/lib/client/operations";
import type { EntryCheck } from "./check-entry";

interface EntryProofProps {
  seq: number;
  canonical: string;
  hash: string;
  prev: string;
  checkpoint: string | null;
  proof: readonly string[];
  hrefOf: (seq: number) => string;
  onOpen: (seq: number) => void;
}

/** The entry's hashes, and what this browser found when it calculated them itself. */
export function EntryProof(props: EntryProofProps) {
  const t = useTranslations("audit.proof");
  const { seq, canonical, hash, prev, checkpoint, proof, hrefOf, onOpen } = props;
  const check = useQuery({
    queryKey: [...auditQueries.all, "check", seq, hash, checkpoint],
    queryFn: async ({ signal }): Promise<EntryCheck> => {
      const page = await call(auditOperations.listCheckpoints, { query: { limit: 1 }, signal });
      const verifierKey = page.items[0]?.verifier_key ?? "";
      // The hashing comes only with the first entry that is opened; the list does without.
      const { checkEntry } = await import("./check-entry");
      return checkEntry({ seq, canonical, hash, checkpoint, proof, verifierKey });
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <section aria-labelledby="entry-proof" className="flex flex-col gap-2">
      <h3 id="entry-proof" className="font-semibold text-base text-ink">
        {t("title")}
      </h3>
      <CheckResult check={check.data} error={check.error} />
      <DataList>
        <DataItem label={t("hash")}>
          <CopyableId id={hash} noun={t("nouns.hash")} />
        </DataItem>
        <DataItem label={t("previous")}>
          <CopyableId id={prev} noun={t("nouns.previous")} />
          {seq > 1 ? (
            <a
              href={hrefOf(seq - 1)}
              onClick={(press) => {
                if (press.metaKey || press.ctrlKey || press.shiftKey) return;
                press.preventDefault();
                onOpen(seq - 1);
              }}
              className="ml-1 rounded-xs text-accent-ink text-sm underline underline-offset-[3px]"
            >
              {t("open", { seq: seq - 1 })}
            </a>
          ) : (
            <span className="text-ink-faint text-sm"> {t("first")}</span>
          )}
        </DataItem>
      </DataList>
      <Details summary={t("canonical")}>
        <CodeBlock code={canonical} label={t("canonicalLabel")} wrap />
      </Details>
      {checkpoint === null ? null : (
        <Details summary={t("details", { count: proof.length })}>
          <CodeBlock code={checkpoint} title={t("checkpoint")} label={t("checkpoint")} />
          {proof.length === 0 ? null : (
            <CodeBlock code={proof.join("\n")} title={t("inclusion")} label={t("inclusion")} lineNumbers />
          )}
        </Details>
      )}
    </section>
  );
}

function CheckResult({ check, error }: { check: EntryCheck | undefined; error: Error | null }) {
  const t = useTranslations("audit.proof");
  const errorWords = useErrorWords();
  if (error !== null)
    return <Callout tone="caution">{t("failed", { problem: errorWords(error) ?? "" })}</Callout>;
  if (check === undefined) {
    return (
      <p role="status" className="flex h-10 items-center gap-2 text-ink-muted">
        <Spinner /> {t("checking")}
      </p>
    );
  }
  if (check.kind === "broken") {
    return (
      <Callout tone="negative" live title={t("brokenTitle")}>
        {t(`faults.${check.fault}`)} {t("brokenNext")}
      </Callout>
    );
  }
  if (check.kind === "not_covered") {
    return (
      <Callout tone="info" live>
        {t("notCovered")}
      </Callout>
    );
  }
  return (
    <Callout tone="positive" live>
      {t("proven", { count: check.size })}
    </Callout>
  );
}

function Details({ summary, children }: { summary: string; children: React.ReactNode }) {
  return (
    <details className="group rounded-lg border border-line">
      <summary className="flex min-h-9 items-center px-3 py-1.5 font-medium text-ink-muted text-sm hover:text-ink pointer-coarse:min-h-11">
        {summary}
      </summary>
      <div className="flex flex-col gap-2 px-3 pb-3">{children}</div>
    </details>
  );
}
