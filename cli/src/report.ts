import type { ComparedCheckpoint, Reading, Verdict } from "../../lib/ledger/index";

export const EXIT_CODES = { holds: 0, broken: 1, unreadable: 2 } as const satisfies Record<
  Verdict["kind"],
  number
>;

/** The result for a person. */
export function reportText(verdict: Verdict): string {
  const { reading } = verdict;
  if (verdict.kind === "unreadable")
    return `The file cannot be read as an audit export.\n${verdict.sentence}\n`;
  if (verdict.kind === "broken") {
    return (
      `The log is BROKEN at entry ${verdict.seq}: ${verdict.reason}.\n${verdict.sentence}\n` +
      `${rows([
        ["Sound before it", entriesOf(reading)],
        ["Organization", reading.org ?? "unknown"],
      ])}`
    );
  }
  const lines: [string, string][] = [
    ["Entries", entriesOf(reading)],
    ["Organization", reading.org ?? "unknown"],
    ["Last hash", reading.tip ?? "none"],
  ];
  if (reading.checkpoint !== null) {
    lines.push(["Checkpoint", `${reading.checkpoint.origin}, ${count(reading.checkpoint.size, "entry")}`]);
    lines.push(["Signed by", `${reading.checkpoint.signedBy.join(", ")} (${TRUST[reading.trust]})`]);
  }
  for (const one of reading.compared) lines.push(["Compared", comparedText(one)]);
  return `The log holds.\n${rows(lines)}${notesOn(reading)
    .map((note) => `Note: ${note}\n`)
    .join("")}`;
}

/** The result for a program: one JSON object. */
export function reportJson(file: string, verdict: Verdict): string {
  const { reading } = verdict;
  return `${JSON.stringify({
    result: verdict.kind,
    file,
    org: reading.org,
    entries: reading.entries,
    from_seq: reading.fromSeq,
    to_seq: reading.toSeq,
    tip: reading.tip,
    seq: verdict.kind === "broken" ? verdict.seq : null,
    reason: verdict.kind === "broken" ? verdict.reason : null,
    sentence: verdict.kind === "holds" ? null : verdict.sentence,
    checkpoint: reading.checkpoint && {
      origin: reading.checkpoint.origin,
      size: reading.checkpoint.size,
      signed_by: reading.checkpoint.signedBy,
    },
    trust: reading.trust,
    compared: reading.compared,
    notes: verdict.kind === "holds" ? notesOn(reading) : [],
  })}\n`;
}

const TRUST = {
  trusted_key: "a key that you trust",
  file_key: "a key that only the file names",
  unchecked: "not checked",
} as const satisfies Record<Reading["trust"], string>;

/** What a person must know before believing that the log holds. */
function notesOn(reading: Reading): string[] {
  const notes: string[] = [];
  const { fromSeq, toSeq, checkpoint } = reading;
  if (checkpoint === null && !reading.compared.some((one) => one.result === "matches")) {
    notes.push(
      "CSV carries no checkpoint: no entry was changed within the file, but a rewritten history or a cut-off end " +
        "would not show. Give --checkpoint, or verify the JSON Lines export.",
    );
  }
  if (reading.trust === "file_key") {
    notes.push(
      "the signature was checked only against the key inside the file, so whoever made the file could have signed " +
        "it. Give --key with the verifier key that you got from your administrator.",
    );
  }
  if (fromSeq !== null && fromSeq > 1)
    notes.push(`the file begins at entry ${fromSeq}; the entries before it are not in it.`);
  if (checkpoint !== null && toSeq !== null && toSeq < checkpoint.size) {
    notes.push(`the file ends at entry ${toSeq}; the log goes on to entry ${checkpoint.size} at least.`);
  }
  return notes;
}

function comparedText({ size, result, trust }: ComparedCheckpoint): string {
  const signature = trust === "unchecked" ? "its signature was not checked" : `signed by ${TRUST[trust]}`;
  const outcome =
    result === "matches" ? "matches" : "cannot be compared, the file does not hold the entries 1 to its size";
  return `checkpoint of ${count(size, "entry")}: ${outcome} (${signature})`;
}

function entriesOf({ entries, fromSeq, toSeq }: Reading): string {
  return toSeq === null ? "none" : `${entries} (${fromSeq} to ${toSeq})`;
}

function count(number: number, one: "entry"): string {
  return `${number} ${number === 1 ? one : "entries"}`;
}

function rows(lines: readonly (readonly [string, string])[]): string {
  return lines.map(([name, value]) => `  ${name.padEnd(16)}${value}\n`).join("");
}
