import { formatCount } from "@/components/ui/format-number";
import type { Verdict } from "@/lib/ledger";

export interface VerdictWords {
  tone: "positive" | "negative" | "caution";
  /** One sentence: what was proved, or the first thing that is wrong and why. */
  sentence: string;
  /** What must be known before relying on it. */
  notes: string[];
}

const entries = (count: number) => `${formatCount(count)} ${count === 1 ? "entry" : "entries"}`;

/** What a verification showed, for a person. */
export function verdictWords(verdict: Verdict): VerdictWords {
  if (verdict.kind === "unreadable") {
    return {
      tone: "caution",
      sentence: `This is no export that can be checked. ${verdict.sentence}`,
      notes: [],
    };
  }
  if (verdict.kind === "broken") {
    const sound = verdict.reading.entries;
    return {
      tone: "negative",
      sentence: `The log is broken at entry ${formatCount(verdict.seq)}: ${verdict.sentence}`,
      notes: sound > 0 ? [`The ${entries(sound)} before it were found sound.`] : [],
    };
  }
  return { tone: "positive", sentence: provedSentence(verdict.reading), notes: notesOn(verdict.reading) };
}

function provedSentence({ entries: count, fromSeq, toSeq, checkpoint, trust }: Verdict["reading"]): string {
  const range =
    fromSeq === null || toSeq === null || fromSeq === 1
      ? ""
      : ` (${formatCount(fromSeq)} to ${formatCount(toSeq)})`;
  const chain = `${entries(count)}${range}, the chain is unbroken`;
  if (checkpoint === null) return `${chain}.`;
  const key = trust === "trusted_key" ? "a key you trust" : "this log's key";
  return `${chain}, and it is the log of ${entries(checkpoint.size)} whose root the checkpoint signs with ${key} (${checkpoint.signedBy.join(", ")}).`;
}

function notesOn({ checkpoint, compared, trust, fromSeq, toSeq }: Verdict["reading"]): string[] {
  const notes: string[] = [];
  const matching = compared.filter((one) => one.result === "matches");
  for (const one of matching)
    notes.push(
      `It continues the log of ${entries(one.size)} that an earlier checkpoint signed: nothing before that was rewritten.`,
    );
  for (const one of compared.filter((each) => each.result === "not_covered"))
    notes.push(
      `The checkpoint of ${entries(one.size)} could not be compared: these are not the entries 1 to its size.`,
    );
  if (checkpoint === null && matching.length === 0)
    notes.push("CSV carries no checkpoint: a rewritten history or a cut-off end would not show.");
  if (trust === "file_key")
    notes.push("The key came with the export. Compare it with the one you were given by other means.");
  if (fromSeq !== null && fromSeq > 1)
    notes.push(`What stands before entry ${formatCount(fromSeq)} was not looked at.`);
  if (checkpoint !== null && toSeq !== null && toSeq < checkpoint.size)
    notes.push(`What stands after entry ${formatCount(toSeq)} was not looked at.`);
  return notes;
}
