export type ExportFormat = "jsonl" | "csv";

export type ExportRange =
  | { kind: "range"; query: { from_seq?: number; to_seq?: number } }
  | { kind: "fault"; at: "from" | "to"; message: string };

/** Which entries two fields ask for; an empty one leaves that end open. */
export function exportRange(from: string, to: string, lastSeq: number): ExportRange {
  const first = seqOf(from);
  const last = seqOf(to);
  if (first === "none") return { kind: "fault", at: "from", message: "Enter an entry's number." };
  if (last === "none") return { kind: "fault", at: "to", message: "Enter an entry's number." };
  if (first !== null && last !== null && first > last)
    return { kind: "fault", at: "to", message: "Must not be before the first." };
  if (first !== null && first > lastSeq)
    return { kind: "fault", at: "from", message: `The log ends at ${lastSeq}.` };
  if (last !== null && last > lastSeq)
    return { kind: "fault", at: "to", message: `The log ends at ${lastSeq}.` };
  return {
    kind: "range",
    query: { ...(first === null ? {} : { from_seq: first }), ...(last === null ? {} : { to_seq: last }) },
  };
}

function seqOf(text: string): number | null | "none" {
  const trimmed = text.replace(/[\s,]/g, "");
  if (trimmed === "") return null;
  const seq = Number(trimmed);
  return Number.isSafeInteger(seq) && seq >= 1 ? seq : "none";
}
