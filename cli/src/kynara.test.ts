import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  checkpointOf,
  csvOf,
  jsonlOf,
  KEY,
  keyText,
  logOf,
  ORG,
  signerOf,
} from "../../lib/ledger/testing/log";
import { buildCli } from "../build.mjs";

const program = fileURLToPath(new URL("../bin/kynara.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "kynara-cli-"));
const log = logOf(11);
let jsonl = "";
let csv = "";

beforeAll(async () => {
  await buildCli();
  jsonl = (await jsonlOf(log)).map((line) => `${line}\n`).join("");
  csv = csvOf(log)
    .map((row) => `${row}\r\n`)
    .join("");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the real command in a process of its own, with nothing of this environment but the path. */
function kynara(
  args: readonly string[],
  input?: string | Uint8Array,
  nodeOptions: readonly string[] = [],
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...nodeOptions, program, ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH, NODE_ENV: "production" },
    });
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
    // The command may stop reading as soon as the verdict is known.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

describe("exit code 0: the log holds", () => {
  it("says how many entries, and that a key inside the file proves little", async () => {
    const run = await kynara(["verify", file("audit.jsonl", jsonl)]);
    expect(run).toMatchObject({ code: 0, err: "" });
    expect(run.out).toContain("The log holds.");
    expect(run.out).toContain("11 (1 to 11)");
    expect(run.out).toContain("only against the key inside the file");
  });

  it("names the trusted key and the checkpoint that matched", async () => {
    const held = file("held.txt", await checkpointOf(log, 4));
    const run = await kynara([
      "verify",
      file("audit.jsonl", jsonl),
      "--key",
      KEY,
      "--checkpoint",
      held,
      "--strict",
    ]);
    expect(run).toMatchObject({ code: 0, err: "" });
    expect(run.out).toContain("a key that you trust");
    expect(run.out).toContain("checkpoint of 4 entries: matches");
    expect(run.out).not.toContain("Note:");
  });

  it("takes several keys, of which one signed", async () => {
    const run = await kynara([
      "verify",
      file("audit.jsonl", jsonl),
      "--key",
      keyText(signerOf(9)),
      "--key",
      KEY,
    ]);
    expect(run.code).toBe(0);
  });

  it("reads CSV, and says what CSV cannot show", async () => {
    const run = await kynara(["verify", file("audit.csv", csv)]);
    expect(run).toMatchObject({ code: 0, err: "" });
    expect(run.out).toContain("CSV carries no checkpoint");
  });

  it("reads gzip and standard input, whatever the name", async () => {
    expect((await kynara(["verify", file("audit.jsonl.gz", gzipSync(jsonl))])).code).toBe(0);
    expect((await kynara(["verify", file("packed", gzipSync(csv))])).code).toBe(0);
    expect((await kynara(["verify", "-"], jsonl)).code).toBe(0);
    expect((await kynara(["verify", "-"], gzipSync(csv))).code).toBe(0);
  });

  it("finds the organization of a part of a CSV in the file's name, or is told", async () => {
    const part = csvOf(log, 6).join("\r\n");
    expect((await kynara(["verify", file(`kynara-audit-${ORG}-6-11.csv`, part)])).code).toBe(0);
    expect((await kynara(["verify", file("part.csv", part), "--org", ORG])).code).toBe(0);
    expect((await kynara(["verify", file("part.csv", part)])).code).toBe(2);
  });

  it("streams: a file larger than the memory it is given", async () => {
    const long = await jsonlOf(logOf(50_000));
    const text = `${long.join("\n")}\n`;
    const heapMegabytes = 20;
    expect(text.length).toBeGreaterThan(heapMegabytes * 1024 * 1024);
    const run = await kynara(["verify", "-"], text, [`--max-old-space-size=${heapMegabytes}`]);
    expect(run).toMatchObject({ code: 0, err: "", out: expect.stringContaining("50000 (1 to 50000)") });
  });

  it("prints JSON", async () => {
    const run = await kynara(["verify", "-", "--json", "--key", KEY], jsonl);
    expect(JSON.parse(run.out)).toMatchObject({
      result: "holds",
      org: ORG,
      entries: 11,
      from_seq: 1,
      to_seq: 11,
      tip: log.head.hash,
      trust: "trusted_key",
      reason: null,
      notes: [],
    });
  });
});

describe("exit code 1: the log is broken", () => {
  it("names the first broken entry and why", async () => {
    const run = await kynara(["verify", file("audit.jsonl", jsonl.replace('"agent-4"', '"agent-5"'))]);
    expect(run.code).toBe(1);
    expect(run.out).toContain("BROKEN at entry 5: bad_hash");
    expect(run.out).toContain("4 (1 to 4)");
  });

  it("in CSV and JSON too", async () => {
    const run = await kynara(["verify", "-", "--json"], csv.replace(",allow,", ",deny,"));
    expect(run.code).toBe(1);
    expect(JSON.parse(run.out)).toMatchObject({ result: "broken", seq: 3, reason: "bad_hash", entries: 2 });
  });

  it("for a damaged byte, a cut-off file, a stranger's signature and another history", async () => {
    const bytes = Buffer.from(jsonl);
    bytes[bytes.indexOf("agent-4")] = 0xff;
    const other = logOf(11, (i) => ({ ...log.entries[i]?.draft, data: { i } }) as never);
    const held = file("held.txt", await checkpointOf(other, 7));
    const runs = await Promise.all([
      kynara(["verify", "-", "--json"], bytes),
      kynara(["verify", "-", "--json"], jsonl.slice(0, -300)),
      kynara(["verify", "-", "--json", "--key", keyText(signerOf(9))], jsonl),
      kynara(["verify", "-", "--json", "--checkpoint", held], jsonl),
    ]);
    expect(runs.map((run) => [run.code, JSON.parse(run.out).reason])).toEqual([
      [1, "bad_hash"],
      [1, "truncated"],
      [1, "bad_signature"],
      [1, "inconsistent_checkpoint"],
    ]);
  });
});

describe("exit code 2: it could not be read", () => {
  it.each([
    ["a missing file", ["verify", "missing.jsonl"]],
    ["a folder", ["verify", "."]],
    ["a missing checkpoint", ["verify", "-", "--checkpoint", "missing.txt"]],
    ["a key that is none", ["verify", "-", "--key", "secret"]],
    ["nothing", ["verify", "-"]],
    ["no command", []],
    ["another command", ["sign", "-"]],
    ["no file", ["verify"]],
    ["two files", ["verify", "a", "b"]],
    ["an unknown option", ["verify", "-", "--quick"]],
  ])("%s", async (_, args) => {
    const run = await kynara(args);
    expect(run.code).toBe(2);
    expect(run.out + run.err).not.toContain("    at ");
  });

  it("damaged gzip, prose and bytes that are not UTF-8", async () => {
    expect((await kynara(["verify", "-"], gzipSync(jsonl).subarray(0, 500))).code).toBe(2);
    expect((await kynara(["verify", "-"], "Dear auditor")).code).toBe(2);
    expect((await kynara(["verify", "-"], Uint8Array.of(0xff, 0xfe, 0x00, 0x41))).code).toBe(2);
  });
});

describe("help", () => {
  it("prints the usage and the version", async () => {
    expect(await kynara(["--help"])).toMatchObject({
      code: 0,
      out: expect.stringContaining("kynara verify FILE"),
    });
    expect(await kynara(["--version"])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});
