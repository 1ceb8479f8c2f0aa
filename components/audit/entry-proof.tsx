"use client";

import { useQuery } from "@tanstack/react-query";
import { Callout } from "@/components/ui/callout";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyableId } from "@/components/ui/copyable-id";
import { DataItem, DataList } from "@/components/ui/data-list";
import { formatCount } from "@/components/ui/format-number";
import { Spinner } from "@/components/ui/spinner";
import { auditQueries } from "@/lib/client/audit-queries";
import { call } from "@/lib/client/call";
import { auditEndpoints } from "@/lib/contracts/endpoints/audit";
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
  const { seq, canonical, hash, prev, checkpoint, proof, hrefOf, onOpen } = props;
  const check = useQuery({
    queryKey: [...auditQueries.all, "check", seq, hash, checkpoint],
    queryFn: async ({ signal }): Promise<EntryCheck> => {
      const page = await call(auditEndpoints.listCheckpoints, { query: { limit: 1 }, signal });
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
        Proof
      </h3>
      <CheckResult check={check.data} error={check.error} />
      <DataList>
        <DataItem label="Hash">
          <CopyableId id={hash} noun="hash" />
        </DataItem>
        <DataItem label="Hash of the entry before">
          <CopyableId id={prev} noun="previous hash" />
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
              Open entry {formatCount(seq - 1)}
            </a>
          ) : (
            <span className="text-ink-faint text-sm"> This is the first entry.</span>
          )}
        </DataItem>
      </DataList>
      <Details summary="Canonical bytes, as hashed (RFC 8785)">
        <CodeBlock code={canonical} label="Canonical bytes" wrap />
      </Details>
      {checkpoint === null ? null : (
        <Details summary={`Checkpoint and inclusion proof (${proof.length} hashes)`}>
          <CodeBlock code={checkpoint} title="Signed checkpoint" label="Signed checkpoint" />
          {proof.length === 0 ? null : (
            <CodeBlock code={proof.join("\n")} title="Inclusion proof" label="Inclusion proof" lineNumbers />
          )}
        </Details>
      )}
    </section>
  );
}

function CheckResult({ check, error }: { check: EntryCheck | undefined; error: Error | null }) {
  if (error !== null)
    return <Callout tone="caution">The proof could not be checked: {error.message}</Callout>;
  if (check === undefined) {
    return (
      <p role="status" className="flex h-10 items-center gap-2 text-ink-muted">
        <Spinner /> Checking the proof in this browser…
      </p>
    );
  }
  if (check.kind === "broken") {
    return (
      <Callout tone="negative" live title="This entry does not hold">
        {check.sentence} Verify the whole log to see where it was changed.
      </Callout>
    );
  }
  if (check.kind === "not_covered") {
    return (
      <Callout tone="info" live>
        The hash is right. No checkpoint covers this entry yet; one is signed within a minute.
      </Callout>
    );
  }
  return (
    <Callout tone="positive" live>
      Checked in this browser: the hash is right, and the entry stands in the log of {formatCount(check.size)}{" "}
      entries that the latest checkpoint signs.
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
