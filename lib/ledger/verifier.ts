import { CsvVerifier } from "./csv-verifier";
import { JsonlVerifier } from "./jsonl-verifier";
import { LogVerifier } from "./log-verifier";
import type { TextVerifierOptions, Verifier } from "./text-verifier";

/**
 * Creates a verifier of a JSON Lines or CSV export. It needs no server, never throws on input, and keeps no more
 * than one line and the tree's frontier.
 */
export function createVerifier(options: TextVerifierOptions): Verifier {
  const log = new LogVerifier(options);
  return options.format === "csv" ? new CsvVerifier(log, options) : new JsonlVerifier(log);
}
