import { describe, expect, it } from "vitest";
import { portableHasher as hasher, verifyEd25519Portable as verifySignature } from "./portable-crypto";
import {
  checkpointOf,
  csvOf,
  draftOf,
  extend,
  jsonlOf,
  KEY,
  logOf,
  ORG,
  ORIGIN,
  signerOf,
  type TestLog,
} from "./testing/log";
import type { TextVerifierOptions } from "./text-verifier";
import type { Verdict } from "./verdict";
import { createVerifier } from "./verifier";

type Options = Partial<Omit<TextVerifierOptions, "hasher" | "verifySignature">>;

async function verify(text: string, options: Options = {}, piece = text.length): Promise<Verdict> {
  const verifier = createVerifier({ hasher, verifySignature, format: "jsonl", ...options });
  for (let at = 0; at < text.length && !verifier.settled; at += piece)
    verifier.write(text.slice(at, at + piece));
  return verifier.finish();
}

const verifyLines = (lines: readonly string[], options: Options = {}) =>
  verify(lines.map((line) => `${line}\n`).join(""), options);
const verifyRows = (rows: readonly string[], options: Options = {}) =>
  verify(rows.map((row) => `${row}\r\n`).join(""), { format: "csv", ...options });

const log = logOf(11);

/** A log whose history was changed from `seq` on, every hash and link made anew. */
function rewritten(from: TestLog, seq: number): TestLog {
  const forged = logOf(from.entries.length, (index) =>
    index === seq - 1
      ? { ...draftOf(index), data: { ...draftOf(index).data, effect: "deny" } }
      : draftOf(index),
  );
  expect(forged.head.hash).not.toBe(from.head.hash);
  return forged;
}

function swapped<T>(items: readonly T[], a: number, b: number): T[] {
  return items.map((item, i) => (i === a ? items[b] : i === b ? items[a] : item) as T);
}

describe("an untouched export holds", () => {
  it.each([1, 2, 3, 7, 8, 11])("of a log of %i entries, in both formats", async (count) => {
    const whole = logOf(count);
    const jsonl = await verifyLines(await jsonlOf(whole), { trustedKeys: [KEY], strict: true });
    expect(jsonl).toMatchObject({
      kind: "holds",
      reading: { entries: count, toSeq: count, trust: "trusted_key" },
    });
    const csv = await verifyRows(csvOf(whole), { strict: true });
    expect(csv).toMatchObject({ kind: "holds", reading: { org: ORG, entries: count, trust: "unchecked" } });
  });

  it("whatever the pieces it arrives in", async () => {
    const text = `${(await jsonlOf(log)).join("\n")}\n`;
    const rows = `${csvOf(log).join("\r\n")}\r\n`;
    for (const piece of [1, 2, 7, 64, 1000]) {
      expect(await verify(text, {}, piece)).toMatchObject({ kind: "holds", reading: { entries: 11 } });
      expect(await verify(rows, { format: "csv" }, piece)).toMatchObject({
        kind: "holds",
        reading: { entries: 11 },
      });
    }
  });

  it("of every stretch, by the anchor and the last entry's inclusion proof", async () => {
    for (let from = 1; from <= 11; from++) {
      for (let to = from - 1; to <= 11; to++) {
        const verdict = await verifyLines(await jsonlOf(log, { from, to }), { trustedKeys: [KEY] });
        expect(verdict).toMatchObject({ kind: "holds", reading: { entries: to - from + 1 } });
      }
    }
  });

  it("says when a signature was checked with the file's own key only", async () => {
    expect(await verifyLines(await jsonlOf(log))).toMatchObject({
      kind: "holds",
      reading: { trust: "file_key" },
    });
  });

  it("says which checkpoints from outside it matched and which it could not check", async () => {
    const earlier = [await checkpointOf(log, 4), await checkpointOf(log, 11)];
    const whole = await verifyLines(await jsonlOf(log), { earlierCheckpoints: earlier, trustedKeys: [KEY] });
    expect(whole.reading.compared.map((one) => one.result)).toEqual(["matches", "matches"]);
    const part = await verifyLines(await jsonlOf(log, { from: 6 }), { earlierCheckpoints: earlier });
    expect(part).toMatchObject({ kind: "holds" });
    expect(part.reading.compared.map((one) => one.result)).toEqual(["not_covered", "matches"]);
  });
});

describe("tampering with a JSON Lines export is found and named", () => {
  const find = async (change: (lines: string[]) => string[], options: Options = {}, whole = log) =>
    verifyLines(change(await jsonlOf(whole)), options);

  it("a changed entry: bad_hash", async () => {
    const verdict = await find((lines) =>
      lines.map((line, i) => (i === 5 ? line.replace("allow", "deny") : line)),
    );
    expect(verdict).toMatchObject({ kind: "broken", reason: "bad_hash", seq: 5, reading: { entries: 4 } });
  });

  it("a changed entry that another program wrote anew with blanks: bad_hash", async () => {
    const spaced = (line: string) =>
      line.replace('{"entry":{"actor":', '{"entry": {"actor": ').replace("allow", "deny");
    expect(await find((lines) => lines.map((line, i) => (i === 5 ? spaced(line) : line)))).toMatchObject({
      reason: "bad_hash",
      seq: 5,
    });
  });

  it("a changed hash: bad_hash", async () => {
    const verdict = await find((lines) =>
      lines.map((line, i) =>
        i === 5 ? line.replace(/.(?="}$)/, (digit) => (digit === "0" ? "1" : "0")) : line,
      ),
    );
    expect(verdict).toMatchObject({ reason: "bad_hash", seq: 5 });
  });

  it("a changed entry with its hash recomputed: broken_link in the next", async () => {
    const forged = await jsonlOf(rewritten(log, 5));
    const verdict = await find((lines) => lines.map((line, i) => (i === 5 ? (forged[5] ?? "") : line)));
    expect(verdict).toMatchObject({ reason: "broken_link", seq: 6 });
  });

  it("a deleted entry: gap", async () => {
    for (const seq of [1, 2, 5, 10]) {
      const verdict = await find((lines) => lines.filter((_, i) => i !== seq));
      expect(verdict).toMatchObject({ kind: "broken", reason: "gap", seq, reading: { entries: seq - 1 } });
    }
  });

  it("swapped entries, near and far: out_of_order", async () => {
    expect(await find((lines) => swapped(lines, 5, 6))).toMatchObject({ reason: "out_of_order", seq: 5 });
    expect(await find((lines) => swapped(lines, 2, 10))).toMatchObject({ reason: "out_of_order", seq: 2 });
  });

  it("an entry put in twice: out_of_order", async () => {
    const verdict = await find((lines) => lines.flatMap((line, i) => (i === 5 ? [line, line] : [line])));
    expect(verdict).toMatchObject({ reason: "out_of_order", seq: 5 });
  });

  it("an entry put in with a sound link and hash: out_of_order at the one it displaces", async () => {
    const inserted = extend({ ...logOf(5) }, [draftOf(40)]).entries[5];
    const line = `{"entry":${inserted?.text},"hash":"${inserted?.hashHex}"}`;
    expect(await find((lines) => [...lines.slice(0, 6), line, ...lines.slice(6)])).toMatchObject({
      reason: "out_of_order",
      seq: 6,
    });
  });

  it("a tail rewritten with every hash recomputed: wrong_root", async () => {
    const forged = await jsonlOf(rewritten(log, 5));
    const verdict = await find((lines) => [lines[0] ?? "", ...forged.slice(1)]);
    expect(verdict).toMatchObject({ kind: "broken", reason: "wrong_root", seq: 11 });
  });

  it("a tail rewritten and signed anew by the log itself: inconsistent_checkpoint", async () => {
    const options = { trustedKeys: [KEY], earlierCheckpoints: [await checkpointOf(log, 7)] };
    const forged = await jsonlOf(rewritten(log, 5));
    expect(await verifyLines(forged, { trustedKeys: [KEY] })).toMatchObject({ kind: "holds" });
    expect(await verifyLines(forged, options)).toMatchObject({ reason: "inconsistent_checkpoint", seq: 7 });
  });

  it("two histories of one size: inconsistent_checkpoint, though the file holds a stretch only", async () => {
    const forged = await jsonlOf(rewritten(log, 5), { from: 6 });
    const options = { earlierCheckpoints: [await checkpointOf(log, 11)] };
    expect(await verifyLines(forged, options)).toMatchObject({ reason: "inconsistent_checkpoint", seq: 11 });
  });

  it("a file cut off anywhere: truncated, or unreadable before its header ends", async () => {
    const text = `${(await jsonlOf(log)).join("\n")}\n`;
    const header = text.indexOf("\n");
    for (let at = 0; at < text.length - 1; at += 13) {
      const verdict = await verify(text.slice(0, at));
      expect(verdict).toMatchObject(
        at < header ? { kind: "unreadable" } : { kind: "broken", reason: "truncated" },
      );
    }
  });

  it("last entries dropped: truncated at the first that is missing", async () => {
    const verdict = await find((lines) => [...lines.slice(0, 9), lines[12] ?? ""]);
    expect(verdict).toMatchObject({ reason: "truncated", seq: 9, reading: { entries: 8 } });
  });

  it("a log cut off and signed anew: truncated, against a checkpoint held outside", async () => {
    const options = { trustedKeys: [KEY], earlierCheckpoints: [await checkpointOf(log, 11)] };
    expect(await verifyLines(await jsonlOf(logOf(8)), options)).toMatchObject({
      reason: "truncated",
      seq: 9,
    });
  });

  it("an announced end that was lowered with the file: still shown by the proof", async () => {
    const lower = (lines: string[]) => [
      (lines[0] ?? "").replace('"to_seq":11', '"to_seq":8'),
      ...lines.slice(1, 9),
      (lines[12] ?? "").replace('"count":11', '"count":8'),
    ];
    expect(await find(lower)).toMatchObject({ reason: "wrong_root", seq: 8 });
  });

  it("a false anchor: broken_link at the first entry", async () => {
    const lines = await jsonlOf(log, { from: 5 });
    const verdict = await verifyLines(
      lines.map((line, i) => (i === 0 ? line.replace(/"hash":"..../, '"hash":"0000') : line)),
    );
    expect(verdict).toMatchObject({ reason: "broken_link", seq: 5 });
  });

  it("a false tip: broken_link", async () => {
    const verdict = await find((lines) => lines.map((line) => line.replace(/"tip":"..../, '"tip":"0000')));
    expect(verdict).toMatchObject({ reason: "broken_link", seq: 11 });
  });

  it("a false count, and an announced end before the last entry", async () => {
    const count = await find((lines) => lines.map((line) => line.replace('"count":11', '"count":12')));
    expect(count).toMatchObject({ reason: "truncated", seq: 12 });
    const early = await find((lines) => lines.map((line) => line.replace('"to_seq":11', '"to_seq":10')));
    expect(early).toMatchObject({ reason: "out_of_order", seq: 11 });
  });

  it("a checkpoint that does not cover the file's end: wrong_root", async () => {
    const [header] = await jsonlOf(log, { to: 8, size: 8 });
    const uncovered = (header ?? "").replace('"to_seq":8', '"to_seq":11');
    expect(await find((lines) => [uncovered, ...lines.slice(1)])).toMatchObject({
      reason: "wrong_root",
      seq: 8,
    });
  });

  it("an anchor of another place: unreadable", async () => {
    const lines = await jsonlOf(log, { from: 5 });
    const moved = lines.map((line) => line.replace('"anchor":{"seq":4', '"anchor":{"seq":3'));
    expect(await verifyLines(moved)).toMatchObject({ kind: "unreadable" });
  });

  it("a checkpoint from outside that a stranger signed: bad_signature with a trusted key", async () => {
    const options = { trustedKeys: [KEY], earlierCheckpoints: [await checkpointOf(log, 7, signerOf(9))] };
    expect(await find((lines) => lines, options)).toMatchObject({ reason: "bad_signature", seq: 7 });
  });

  it("an altered checkpoint: bad_signature, before any word of its root", async () => {
    const verdict = await find((lines) =>
      lines.map((line, i) => (i === 0 ? line.replace("\\n11\\n", "\\n10\\n") : line)),
    );
    expect(verdict).toMatchObject({ reason: "bad_signature", seq: 10 });
  });

  it("a checkpoint signed by a stranger: bad_signature with a trusted key, and only then", async () => {
    const lines = await jsonlOf(log, { signer: signerOf(9) });
    expect(await verifyLines(lines)).toMatchObject({ kind: "holds", reading: { trust: "file_key" } });
    expect(await verifyLines(lines, { trustedKeys: [KEY] })).toMatchObject({ reason: "bad_signature" });
  });

  it("a checkpoint of another organization's log: bad_signature", async () => {
    const other = (line: string) => line.replaceAll(`"org":"${ORG}"`, '"org":"org_other"');
    expect(await find((lines) => [other(lines[0] ?? ""), ...lines.slice(1)])).toMatchObject({
      reason: "bad_signature",
    });
  });

  it("a forged checkpoint from outside: bad_signature, not a doubt about the entries", async () => {
    const held = (await checkpointOf(rewritten(log, 2), 7)).replace("\n7\n", "\n8\n");
    const verdict = await find((lines) => lines, { trustedKeys: [KEY], earlierCheckpoints: [held] });
    expect(verdict).toMatchObject({ reason: "bad_signature", seq: 8 });
  });

  it("an entry after the end: out_of_order", async () => {
    const verdict = await find((lines) => [...lines, lines[11] ?? ""]);
    expect(verdict).toMatchObject({ kind: "broken", reason: "out_of_order" });
  });

  it("an entry spelled otherwise: not_canonical", async () => {
    const spaced = await find((lines) =>
      lines.map((line, i) => (i === 5 ? line.replaceAll('","', '", "') : line)),
    );
    expect(spaced).toMatchObject({ reason: "not_canonical", seq: 5 });
  });

  it("a file that another program wrote anew: not_canonical, or the change that it made", async () => {
    const anew = (line: string) => JSON.stringify(JSON.parse(line), null, 1).replaceAll("\n", " ");
    expect(await find((lines) => lines.map(anew))).toMatchObject({ reason: "not_canonical", seq: 1 });
    const changed = await find((lines) =>
      lines.map((line, i) => anew(i === 5 ? line.replace("allow", "deny") : line)),
    );
    expect(changed).toMatchObject({ reason: "bad_hash", seq: 5 });
  });

  it("time that runs backwards: out_of_order", async () => {
    const head = { ...logOf(4).head, time: "" };
    const back = extend({ head, entries: logOf(4).entries }, [
      { ...draftOf(4), time: "2020-01-01T00:00:00.000Z" },
    ]);
    expect(await verifyLines(await jsonlOf(back))).toMatchObject({ reason: "out_of_order", seq: 5 });
  });

  it("an entry of another organization's chain: broken_link", async () => {
    const foreign = extend({ head: { ...logOf(4).head, org: "org_other" }, entries: logOf(4).entries }, [
      draftOf(4),
    ]);
    expect(await verifyLines(await jsonlOf(foreign))).toMatchObject({ reason: "broken_link", seq: 5 });
  });

  it("bytes that were never canonical, though hashed so: not_canonical in strict mode", async () => {
    const odd = oddlySpelled();
    expect(await verifyLines(await jsonlOf(odd))).toMatchObject({ kind: "holds" });
    expect(await verifyLines(await jsonlOf(odd), { strict: true })).toMatchObject({
      reason: "not_canonical",
      seq: 1,
    });
  });
});

/** A log whose writer hashed a blank that RFC 8785 does not write. */
function oddlySpelled(): TestLog {
  const text = (logOf(1).entries[0]?.text ?? "").replace('"data":{', '"data":{ ');
  const hash = hasher.sha256Text(0, text);
  const [first] = logOf(1).entries;
  if (first === undefined) throw new Error("The log is empty.");
  return {
    head: logOf(1).head,
    entries: [{ ...first, text, hash, hashHex: Buffer.from(hash).toString("hex") }],
  };
}

describe("tampering with a CSV export is found and named", () => {
  const rows = csvOf(log);

  it.each([
    ["a changed effect column", 3, (row: string) => row.replace(",allow,", ",deny,"), "bad_hash"],
    [
      "a changed effect in the hashed data",
      3,
      (row: string) => row.replace('""allow""', '""deny""'),
      "bad_hash",
    ],
    ["a changed time", 4, (row: string) => row.replace("T08", "T09"), "bad_hash"],
    ["a changed actor", 4, (row: string) => row.replace("agent-", "agent_"), "bad_hash"],
    ["a changed link", 4, (row: string) => row.replace(/,[0-9a-f]{64},/, `,${"0".repeat(64)},`), "bad_hash"],
    ["a changed founding entry", 1, (row: string) => row.replace("Mercy", "Mercury"), "bad_hash"],
  ])("%s", async (_, seq, change, reason) => {
    const changed = rows.map((row, i) => (i === seq ? change(row) : row));
    expect(changed).not.toEqual(rows);
    expect(await verifyRows(changed)).toMatchObject({ kind: "broken", reason, seq });
  });

  it("deleted, swapped and repeated rows", async () => {
    expect(await verifyRows(rows.filter((_, i) => i !== 5))).toMatchObject({ reason: "gap", seq: 5 });
    expect(await verifyRows(swapped(rows, 5, 6))).toMatchObject({ reason: "out_of_order", seq: 5 });
    expect(await verifyRows(rows.flatMap((row, i) => (i === 5 ? [row, row] : [row])))).toMatchObject({
      reason: "out_of_order",
      seq: 5,
    });
  });

  it("a rewritten tail, against a checkpoint held outside", async () => {
    const earlierCheckpoints = [await checkpointOf(log, 7)];
    expect(await verifyRows(csvOf(rewritten(log, 5)), { earlierCheckpoints })).toMatchObject({
      reason: "inconsistent_checkpoint",
      seq: 7,
    });
    expect(await verifyRows(rows, { earlierCheckpoints })).toMatchObject({ kind: "holds" });
  });

  it("a cut-off tail, against a checkpoint held outside", async () => {
    const earlierCheckpoints = [await checkpointOf(log, 11)];
    expect(await verifyRows(rows.slice(0, 9), { earlierCheckpoints })).toMatchObject({
      reason: "truncated",
      seq: 9,
    });
  });

  it("a row that breaks off", async () => {
    const text = rows.join("\r\n");
    expect(await verify(text.slice(0, -100), { format: "csv" })).toMatchObject({
      reason: "truncated",
      seq: 11,
    });
  });

  it("formulas are neutralised in the file and restored before hashing", () => {
    expect(rows.filter((row) => row.includes("'=ehr.read"))).toHaveLength(3);
    expect(rows.filter((row) => /,[=+\-@]/.test(row))).toEqual([]);
  });

  it("finds the organization of a stretch by key, checkpoint, hint or plain word, else asks", async () => {
    const part = csvOf(log, 4);
    const plain = { kind: "holds", reading: { org: ORG, fromSeq: 4, entries: 8 } };
    expect(await verifyRows(part)).toMatchObject({ kind: "unreadable" });
    expect(await verifyRows(part, { org: ORG })).toMatchObject(plain);
    expect(await verifyRows(part, { trustedKeys: [KEY] })).toMatchObject(plain);
    expect(await verifyRows(part, { earlierCheckpoints: [await checkpointOf(log, 11)] })).toMatchObject(
      plain,
    );
    expect(await verifyRows(part, { orgHints: ["audit", ORG] })).toMatchObject(plain);
    expect(await verifyRows(part, { org: "org_other" })).toMatchObject({
      kind: "broken",
      reason: "bad_hash",
      seq: 4,
    });
  });
});

describe("what is no export is unreadable", () => {
  it.each([
    ["nothing", ""],
    ["prose", "Dear auditor,\nall is well.\n"],
    ["JSON of another kind", '{"kind":"other"}\n'],
    ["a header of a later version", '{"kind":"kynara-audit-export","v":2}\n'],
  ])("%s", async (_, text) => {
    expect(await verify(text)).toMatchObject({ kind: "unreadable" });
    expect(await verify(text, { format: "csv" })).toMatchObject({ kind: "unreadable" });
  });

  it("a line of prose between entries", async () => {
    const lines = await jsonlOf(log);
    const verdict = await verifyLines([...lines.slice(0, 3), "hello", ...lines.slice(3)]);
    expect(verdict).toMatchObject({ kind: "unreadable", sentence: expect.stringContaining("Line 4") });
  });

  it("keys and checkpoints that are none, or of another log", async () => {
    const lines = await jsonlOf(log);
    expect(await verifyLines(lines, { trustedKeys: ["key"] })).toMatchObject({ kind: "unreadable" });
    expect(await verifyLines(lines, { earlierCheckpoints: ["note"] })).toMatchObject({ kind: "unreadable" });
    const elsewhere = (await checkpointOf(log, 4)).replaceAll(ORIGIN, "kynara.example/audit/org_other");
    expect(await verifyLines(lines, { earlierCheckpoints: [elsewhere] })).toMatchObject({
      kind: "unreadable",
    });
  });
});
