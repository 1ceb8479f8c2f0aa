import type { VerifierOptions } from "./log-verifier";
import type { Verdict } from "./verdict";

export interface TextVerifierOptions extends VerifierOptions {
  readonly format: "jsonl" | "csv";
  /** CSV only: the organization, where it is known for certain. */
  readonly org?: string;
  /** CSV only: names to try for the organization, such as the parts of the file's name. */
  readonly orgHints?: readonly string[];
}

/** Verifies an export from its text, in pieces of any size. */
export interface Verifier {
  /** Takes the next piece of the file, decoded from UTF-8. */
  write(text: string): void;
  /** True once the verdict is known, whatever follows; reading may stop. */
  readonly settled: boolean;
  /** Entries found in their place so far. */
  readonly entries: number;
  /** The verdict. Called once, after the last piece (or as soon as `settled`). */
  finish(): Promise<Verdict>;
}
