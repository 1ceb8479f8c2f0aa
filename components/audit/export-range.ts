export type ExportFormat = "jsonl" | "csv";

type RangeFault = { name: "number" | "order" } | { name: "beyond"; last: number };

export type ExportRange =
  | { kind: "range"; query: { from_seq?: number; to_seq?: number } }
  | { kind: "fault"; at: "from" | "to"; fault: RangeFault };

/** Which entries two fields ask for; an empty one leaves that end open. */
export function exportRange(from: string, to: string, lastSeq: number): ExportRange {
  const first = seqOf(from);
  const last = seqOf(to);
  if (first === "none") return { kind: "fault", at: "from", fault: { name: "number" } };
  if (last === "none") return { kind: "fault", at: "to", fault: { name: "number" } };
  if (first !== null && last !== null && first > last)
    return { kind: "fault", at: "to", fault: { name: "order" } };
  if (first !== null && first > lastSeq)
    return { kind: "fault", at: "from", fault: { name: "beyond", last: lastSeq } };
  if (last !== null && last > lastSeq)
    return { kind: "fault", at: "to", fault: { name: "beyond", last: lastSeq } };
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
