import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { jsonlEntry } from "./export-jsonl";
import { LogVerifier } from "./log-verifier";
import { portableHasher as hasher, verifyEd25519Portable as verifySignature } from "./portable-crypto";
import { checkpointOf, csvOf, draftOf, jsonlOf, KEY, logOf, ORG } from "./testing/log";
import type { Verdict } from "./verdict";
import { type ExportOptions, verifyExport } from "./verify-export";

const COUNT = 40;
const log = logOf(COUNT);
const seqs = fc.integer({ min: 1, max: COUNT });
let lines: readonly string[] = [];
let checkpoint = "";

beforeAll(async () => {
  lines = await jsonlOf(log);
  checkpoint = await checkpointOf(log, COUNT);
});

async function* piecesOf(text: string, size = 4096): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function verify(text: string, options: Partial<ExportOptions> = {}, size?: number): Promise<Verdict> {
  return verifyExport(piecesOf(text, size), { hasher, verifySignature, ...options });
}

const verifyLines = (changed: readonly string[]) => verify(`${changed.join("\n")}\n`, { trustedKeys: [KEY] });

/** The same history but for one entry, every hash and link after it made anew. */
function rewrittenFrom(seq: number) {
  return logOf(COUNT, (i) => ({
    ...draftOf(i),
    data: i === seq - 1 ? { forged: true, organization: ORG } : draftOf(i).data,
  }));
}

const runs = { numRuns: 150, seed: 2026 };

describe("whatever entry is tampered with, the first broken seq and the reason are named", () => {
  it("untouched, the export holds", async () => {
    expect(await verifyLines(lines)).toMatchObject({ kind: "holds", reading: { entries: COUNT } });
  });

  it("changed: bad_hash", async () => {
    const change = async (seq: number, digit: number) => {
      const changed = lines.map((line, i) => (i === seq ? line.replace('"seq":', `"seq":${digit}`) : line));
      expect(await verifyLines(changed)).toMatchObject({ reason: "bad_hash", seq });
    };
    await fc.assert(fc.asyncProperty(seqs, fc.integer({ min: 1, max: 9 }), change), runs);
  });

  it("changed and hashed anew: broken_link in the next entry, wrong_root for the last", async () => {
    const change = async (seq: number) => {
      const forged = rewrittenFrom(seq).entries[seq - 1];
      const line = jsonlEntry(forged?.text ?? "", forged?.hashHex ?? "");
      const expected =
        seq === COUNT ? { reason: "wrong_root", seq } : { reason: "broken_link", seq: seq + 1 };
      expect(await verifyLines(lines.with(seq, line))).toMatchObject(expected);
    };
    await fc.assert(fc.asyncProperty(seqs, change), runs);
  });

  it("deleted: gap, or truncated for the last", async () => {
    const remove = async (seq: number, more: number) => {
      const last = Math.min(COUNT, seq + more);
      const changed = lines.filter((_, i) => i < seq || i > last);
      expect(await verifyLines(changed)).toMatchObject({ reason: last === COUNT ? "truncated" : "gap", seq });
    };
    await fc.assert(fc.asyncProperty(seqs, fc.nat(3), remove), runs);
  });

  it("swapped: out_of_order", async () => {
    const swap = async (a: number, b: number) => {
      fc.pre(a !== b);
      const changed = lines.with(a, lines[b] ?? "").with(b, lines[a] ?? "");
      expect(await verifyLines(changed)).toMatchObject({ reason: "out_of_order", seq: Math.min(a, b) });
    };
    await fc.assert(fc.asyncProperty(seqs, seqs, swap), runs);
  });

  it("inserted again elsewhere: out_of_order where it stands late, and so named where it stands early", async () => {
    const insert = async (seq: number, after: number) => {
      const changed = lines.toSpliced(after + 1, 0, lines[seq] ?? "");
      const expected = seq <= after ? seq : after + 1;
      expect(await verifyLines(changed)).toMatchObject({
        kind: "broken",
        reason: "out_of_order",
        seq: expected,
      });
    };
    await fc.assert(fc.asyncProperty(seqs, fc.integer({ min: 1, max: COUNT - 1 }), insert), runs);
  });

  it("rewritten to the end, every hash anew: wrong_root; signed anew too: inconsistent_checkpoint", async () => {
    const rewrite = async (seq: number, held: number) => {
      const forged = rewrittenFrom(seq);
      const tail = forged.entries.map((one) => jsonlEntry(one.text, one.hashHex));
      const kept = [lines[0] ?? "", ...tail, lines[COUNT + 1] ?? ""];
      expect(await verifyLines(kept)).toMatchObject({ reason: "wrong_root", seq: COUNT });
      const signedAnew = `${(await jsonlOf(forged)).join("\n")}\n`;
      const earlierCheckpoints = [await checkpointOf(log, held)];
      const verdict = await verify(signedAnew, { trustedKeys: [KEY], earlierCheckpoints });
      expect(verdict).toMatchObject(
        held < seq ? { kind: "holds" } : { reason: "inconsistent_checkpoint", seq: held },
      );
    };
    await fc.assert(fc.asyncProperty(seqs, seqs, rewrite), { ...runs, numRuns: 40 });
  });

  it("cut off: truncated, in the file and against a checkpoint from outside", async () => {
    const cut = async (kept: number) => {
      fc.pre(kept < COUNT);
      expect(await verifyLines(lines.slice(0, kept + 1))).toMatchObject({
        reason: "truncated",
        seq: kept + 1,
      });
      const shorter = `${(await jsonlOf(logOf(kept))).join("\n")}\n`;
      const verdict = await verify(shorter, { trustedKeys: [KEY], earlierCheckpoints: [checkpoint] });
      expect(verdict).toMatchObject({ reason: "truncated", seq: kept + 1 });
    };
    await fc.assert(fc.asyncProperty(seqs, cut), { ...runs, numRuns: 40 });
  });
});

describe("any one character", () => {
  const other = fc.constantFrom("A", "0", "7", "x", " ", '"', ",", "}", "\\", "\n", "é", "\0");

  it("replaced in a JSON Lines export, it no longer holds", async () => {
    const text = `${lines.join("\n")}\n`;
    const replace = async (where: number, char: string) => {
      const at = Math.floor(where * (text.length - 1));
      fc.pre(text[at] !== char);
      const verdict = await verify(text.slice(0, at) + char + text.slice(at + 1), { trustedKeys: [KEY] });
      expect(verdict.kind).not.toBe("holds");
    };
    await fc.assert(fc.asyncProperty(fc.double({ min: 0, max: 1, noNaN: true }), other, replace), {
      seed: 7,
      numRuns: 400,
    });
  });

  it("replaced in a CSV export, it no longer holds against the checkpoint", async () => {
    const text = `${csvOf(log).join("\r\n")}\r\n`;
    const options = { trustedKeys: [KEY], earlierCheckpoints: [checkpoint] };
    expect(await verify(text, options)).toMatchObject({ kind: "holds" });
    const replace = async (where: number, char: string) => {
      const at = Math.floor(where * (text.length - 3));
      fc.pre(text[at] !== char && text[at] !== "\r");
      const verdict = await verify(text.slice(0, at) + char + text.slice(at + 1), options);
      expect(verdict.kind).not.toBe("holds");
    };
    await fc.assert(fc.asyncProperty(fc.double({ min: 0, max: 1, noNaN: true }), other, replace), {
      seed: 7,
      numRuns: 400,
    });
  });
});

describe("the verifier never throws on input", () => {
  it("whatever the lines say", async () => {
    const line = fc.oneof(
      fc.json(),
      fc.string(),
      fc.constantFrom(
        '{"kind":"end"}',
        '{"kind":"kynara-audit-export","v":1}',
        '{"entry":{},"hash":"x"}',
        "",
      ),
    );
    const feed = async (extra: readonly string[], at: number) => {
      const text = lines.toSpliced(at, extra.length, ...extra).join("\n");
      expect((await verify(text, {}, 100)).kind).not.toBe("holds");
    };
    await fc.assert(fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 3 }), fc.nat(COUNT), feed), {
      seed: 3,
    });
  });

  it("whatever the bytes are", async () => {
    const feed = async (bytes: Uint8Array) => {
      const chunks = (async function* () {
        yield bytes;
      })();
      expect((await verifyExport(chunks, { hasher, verifySignature })).kind).toBe("unreadable");
    };
    await fc.assert(fc.asyncProperty(fc.uint8Array(), feed), { seed: 3 });
  });
});

describe("bytes that are not UTF-8", () => {
  it("are not taken for the replacement character that an entry really holds", async () => {
    const odd = logOf(2, (i) => (i === 1 ? { ...draftOf(i), data: { note: "\ufffd" } } : draftOf(i)));
    const bytes = Buffer.from(`${(await jsonlOf(odd)).join("\n")}\n`);
    const at = bytes.indexOf(Buffer.from("\ufffd"));
    const damaged = Buffer.concat([bytes.subarray(0, at), Buffer.of(0xff), bytes.subarray(at + 3)]);
    const feed = (content: Buffer) =>
      verifyExport(
        (async function* () {
          yield content;
        })(),
        { hasher, verifySignature },
      );
    expect(await feed(bytes)).toMatchObject({ kind: "holds" });
    expect(await feed(damaged)).toMatchObject({ kind: "unreadable" });
  });
});

describe("rows of a store", () => {
  const claims = { org: ORG, fromSeq: 1, toSeq: COUNT, anchor: null, keys: [KEY], hasEnd: false };

  it("are verified against stored checkpoints without any text format", async () => {
    const earlier = await checkpointOf(log, 17);
    const feed = async (skip: number | null) => {
      const verifier = new LogVerifier({
        hasher,
        verifySignature,
        earlierCheckpoints: [earlier],
        strict: true,
      });
      verifier.begin({ ...claims, checkpoint });
      for (const one of log.entries) if (one.seq !== skip) verifier.accept(one.text, one.hashHex);
      return verifier.finish(null);
    };
    expect(await feed(null)).toMatchObject({
      kind: "holds",
      reading: { trust: "file_key", compared: [{ result: "matches" }] },
    });
    const open = new LogVerifier({ hasher, verifySignature });
    open.begin({ ...claims, toSeq: null, checkpoint });
    for (const one of log.entries.slice(0, 30)) open.accept(one.text, one.hashHex);
    expect(await open.finish(null)).toMatchObject({ reason: "truncated", seq: 31 });
    expect(await feed(9)).toMatchObject({ kind: "broken", reason: "gap", seq: 9 });
    expect(await feed(COUNT)).toMatchObject({ kind: "broken", reason: "truncated", seq: COUNT });
  });
});
