"use client";

import { Callout } from "@/components/ui/callout";
import { CopyableId } from "@/components/ui/copyable-id";
import { DataItem, DataList } from "@/components/ui/data-list";
import { formatCount } from "@/components/ui/format-number";
import { verdictWords } from "./verdict-words";
import type { VerifyOutcome } from "./verify-messages";

const titles = {
  positive: "The log holds",
  negative: "The log does not hold",
  caution: "Nothing was proved",
};

/** The result in one sentence, then what it rests on. */
export function VerdictCard({ outcome }: { outcome: VerifyOutcome }) {
  const { verdict, bytes, milliseconds, keys } = outcome;
  const words = verdictWords(verdict);
  const { reading } = verdict;
  return (
    <div className="flex flex-col gap-3">
      <Callout tone={words.tone} title={titles[words.tone]} live>
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
        <DataItem label="Hashed">
          {formatCount(reading.entries)} entries, {formatCount(Math.ceil(bytes / 1024))} kB, in{" "}
          {(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 2 : 0)} s
        </DataItem>
        {reading.tip === null ? null : (
          <DataItem label="Last hash">
            <CopyableId id={reading.tip} noun="last hash" />
          </DataItem>
        )}
        {keys[0] === undefined ? null : (
          <DataItem label="Key in the export">
            <CopyableId id={keys[0]} noun="verifier key" />
          </DataItem>
        )}
      </DataList>
    </div>
  );
}
