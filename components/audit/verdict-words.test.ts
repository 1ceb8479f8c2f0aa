import { describe, expect, it } from "vitest";
import { testTranslator } from "@/lib/i18n/test-translator";
import { portableHasher, verifyEd25519Portable, verifyExport } from "@/lib/ledger";
import { checkpointOf, csvOf, jsonlOf, KEY, logOf } from "@/lib/ledger/testing/log";
import { HeadReader } from "./export-head";
import { verdictWords } from "./verdict-words";

async function* bytesOf(lines: readonly string[], end: string) {
  yield new TextEncoder().encode(lines.map((line) => `${line}${end}`).join(""));
}

const t = testTranslator("audit.verdict");
const portable = { hasher: portableHasher, verifySignature: verifyEd25519Portable };

describe("verdictWords", () => {
  it("says in one sentence what a whole export proves", async () => {
    const lines = await jsonlOf(logOf(20));
    const verdict = await verifyExport(bytesOf(lines, "\n"), portable);
    const words = verdictWords(verdict, t);
    expect(words.tone).toBe("positive");
    expect(words.sentence).toContain("20 entries, the chain is unbroken");
    expect(words.notes).toEqual([
      "The key came with the export. Compare it with the one you were given by other means.",
    ]);
  });

  it("tells that an earlier checkpoint agrees and that the key is trusted", async () => {
    const log = logOf(20);
    const options = { ...portable, trustedKeys: [KEY], earlierCheckpoints: [await checkpointOf(log, 12)] };
    const words = verdictWords(await verifyExport(bytesOf(await jsonlOf(log), "\n"), options), t);
    expect(words.sentence).toContain("with a key you trust");
    expect(words.notes).toEqual([expect.stringContaining("continues the log of 12 entries")]);
  });

  it("names the first broken entry and why", async () => {
    const lines = await jsonlOf(logOf(20));
    const changed = lines.map((line, index) =>
      index === 7 ? line.replace("decision.evaluated", "decision.Evaluated") : line,
    );
    const words = verdictWords(await verifyExport(bytesOf(changed, "\n"), portable), t);
    expect(words.tone).toBe("negative");
    expect(words.sentence).toMatch(/^The log is broken at entry 7: /);
    expect(words.notes).toEqual(["The 6 entries before it were found sound."]);
  });

  it("does not claim for a spreadsheet what only a checkpoint proves", async () => {
    const words = verdictWords(
      await verifyExport(bytesOf(csvOf(logOf(5)), "\r\n"), { ...portable, orgHints: ["org_mercy"] }),
      t,
    );
    expect(words.notes).toContain(
      "CSV carries no checkpoint: a rewritten history or a cut-off end would not show.",
    );
  });

  it("says that nothing was proved by what is no export", async () => {
    const words = verdictWords(await verifyExport(bytesOf(["{}"], "\n"), portable), t);
    expect(words.tone).toBe("caution");
  });
});

describe("HeadReader", () => {
  it("finds how many entries will come, in pieces of any size", async () => {
    const [head = ""] = await jsonlOf(logOf(20));
    const reader = new HeadReader();
    for (const byte of new TextEncoder().encode(`${head}\n{"entry":`)) reader.see(Uint8Array.of(byte));
    expect(reader.head).toMatchObject({ entries: 20, keys: [KEY] });
  });

  it("says nothing of a file that is no export", () => {
    const reader = new HeadReader();
    reader.see(new TextEncoder().encode("seq,time,type\r\n"));
    expect(reader.head).toEqual({ entries: null, checkpoint: null, keys: [] });
  });
});
