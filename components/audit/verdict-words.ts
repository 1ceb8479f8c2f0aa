import type { Translator } from "@/lib/i18n/translator";
import type { Verdict } from "@/lib/ledger";

export interface VerdictWords {
  tone: "positive" | "negative" | "caution";
  /** One sentence: what was proved, or the first thing that is wrong and why. */
  sentence: string;
  /** What must be known before relying on it. */
  notes: string[];
}

/** What a verification showed, for a person. */
export function verdictWords(verdict: Verdict, t: Translator<"audit.verdict">): VerdictWords {
  if (verdict.kind === "unreadable")
    return { tone: "caution", sentence: t("unreadable"), notes: [verdict.sentence] };
  if (verdict.kind === "broken") {
    const sound = verdict.reading.entries;
    return {
      tone: "negative",
      sentence: t("broken", { seq: verdict.seq, reason: t(`reasons.${verdict.reason}`) }),
      notes: sound > 0 ? [t("sound", { count: sound })] : [],
    };
  }
  return {
    tone: "positive",
    sentence: provedSentence(verdict.reading, t),
    notes: notesOn(verdict.reading, t),
  };
}

function provedSentence(
  { entries: count, fromSeq, toSeq, checkpoint, trust }: Verdict["reading"],
  t: Translator<"audit.verdict">,
): string {
  const part = fromSeq !== null && toSeq !== null && fromSeq > 1 ? { from: fromSeq, to: toSeq } : null;
  if (checkpoint === null) return part ? t("chainPart", { count, ...part }) : t("chain", { count });
  const signed = { count, size: checkpoint.size, trust };
  return part ? t("provedPart", { ...signed, ...part }) : t("proved", signed);
}

function notesOn(
  { checkpoint, compared, trust, fromSeq, toSeq }: Verdict["reading"],
  t: Translator<"audit.verdict">,
): string[] {
  const matching = compared.filter((one) => one.result === "matches");
  const missed = compared.filter((one) => one.result === "not_covered");
  const notes = matching.map((one) => t("continues", { count: one.size }));
  notes.push(...missed.map((one) => t("notCompared", { count: one.size })));
  if (checkpoint === null && matching.length === 0) notes.push(t("csv"));
  if (trust === "file_key") notes.push(t("fileKey"));
  if (fromSeq !== null && fromSeq > 1) notes.push(t("before", { seq: fromSeq }));
  if (checkpoint !== null && toSeq !== null && toSeq < checkpoint.size)
    notes.push(t("after", { seq: toSeq }));
  return notes;
}
