import "server-only";
import type { Compliance, Evidence, ExportComplianceQuery } from "@/lib/contracts/compliance";
import { complianceWords } from "@/lib/i18n/compliance-words";
import { csvCell } from "@/lib/ledger";
import { actorOf, type Caller } from "../caller";
import { recordMutation } from "../db/record-mutation";
import { newId } from "../ids";
import { getCompliance } from "./get-compliance";

const CONTENT_TYPE = {
  csv: "text/csv; charset=utf-8; header=present",
  json: "application/json; charset=utf-8",
} as const;

/** The table as a file. That it was taken out, and by whom, is an entry before its first byte leaves. */
export async function exportCompliance(
  caller: Caller,
  { format, language }: ExportComplianceQuery,
): Promise<Response> {
  await recordMutation(
    caller,
    () => ({
      id: newId("evt"),
      type: "compliance.exported",
      actor: actorOf(caller),
      data: { format, request_id: caller.requestId },
    }),
    async () => undefined,
  );
  const table = await getCompliance(caller);
  const text = format === "csv" ? csvOf(table, language) : jsonOf(table, language);
  return new Response(text, {
    headers: {
      "content-type": CONTENT_TYPE[format],
      "content-disposition": `attachment; filename="kynara-compliance-${table.made_at.slice(0, 10)}.${format}"`,
    },
  });
}

/** A row for each figure and each gap, so that a spreadsheet can sort and filter them (RFC 4180). */
function csvOf(table: Compliance, language: ExportComplianceQuery["language"]): string {
  const words = complianceWords(language);
  const lines: string[][] = [["section", "requirement", "status", "kind", "id", "text", "value", "made_at"]];
  for (const row of table.rows) {
    const head = [row.section, words.title(row.id), row.status];
    for (const item of row.evidence)
      lines.push([...head, "evidence", item.id, words.evidence(item.id), plain(item.value), table.made_at]);
    for (const gap of row.gaps)
      lines.push([...head, "gap", gap.id, words.gap(gap), String(gap.count), table.made_at]);
  }
  lines.push(["", "", "", "note", "", words.disclaimer(), "", table.made_at]);
  return lines.map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");
}

function jsonOf(table: Compliance, language: ExportComplianceQuery["language"]): string {
  const words = complianceWords(language);
  const rows = table.rows.map((row) => ({
    ...row,
    title: words.title(row.id),
    says: words.says(row.id),
    control: words.control(row.id),
    evidence: row.evidence.map((item) => ({ ...item, text: words.evidence(item.id) })),
    gaps: row.gaps.map((gap) => ({ ...gap, text: words.gap(gap) })),
  }));
  return `${JSON.stringify({ ...table, rows, note: words.disclaimer() }, null, 2)}\n`;
}

function plain(value: Evidence["value"]): string {
  switch (value.kind) {
    case "count":
      return String(value.count);
    case "share":
      return `${value.part}/${value.whole}`;
    case "instant":
      return value.at ?? "";
    case "duration":
      return value.seconds === null ? "" : `${value.seconds} s`;
    case "people":
      return value.people.map(({ name, count }) => `${name}: ${count}`).join("; ");
  }
}
