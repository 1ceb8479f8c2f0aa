import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type Verdict, verifyExport } from "../../lib/ledger/index";
import type { VerifyArguments } from "./arguments";
import { readInput } from "./input";
import { nodeHasher, verifyEd25519 } from "./node-crypto";

/** Runs the verification; what cannot be opened or unpacked is a verdict too. */
export async function verifyCommand(
  command: VerifyArguments,
  progress: (entries: number) => void,
): Promise<Verdict> {
  try {
    const earlierCheckpoints = await Promise.all(command.checkpoints.map((path) => readFile(path, "utf8")));
    const options = {
      hasher: nodeHasher,
      verifySignature: verifyEd25519,
      trustedKeys: command.keys,
      earlierCheckpoints,
      strict: command.strict,
      orgHints: basename(command.file).split(/[^A-Za-z0-9_]+/),
      ...(command.org === null ? {} : { org: command.org }),
    };
    return await verifyExport(readInput(command.file), options, progress);
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    return { kind: "unreadable", sentence: sentenceOf(error, String(error.code)), reading: NOTHING_READ };
  }
}

const NOTHING_READ: Verdict["reading"] = {
  org: null,
  entries: 0,
  fromSeq: null,
  toSeq: null,
  tip: null,
  checkpoint: null,
  trust: "unchecked",
  compared: [],
};

/** Errors of the file system and of zlib carry a code; anything else is a fault of this program and is thrown on. */
function sentenceOf(error: Error, code: string): string {
  if (code === "ENOENT") return `There is no such file (${error.message}).`;
  if (code.startsWith("Z_")) return `The gzip file is damaged or breaks off (${error.message}).`;
  return `Reading failed (${error.message}).`;
}
