import type { TextVerifierOptions, Verifier } from "./text-verifier";
import type { Verdict } from "./verdict";
import { createVerifier } from "./verifier";

export type ExportOptions = Omit<TextVerifierOptions, "format">;

/**
 * Verifies an export from its bytes: finds its format, decodes it, reads no further than it must.
 *
 * @param chunks the file in pieces of any size. What its reading throws is thrown on.
 * @param progress called after each piece with the entries found in their place so far.
 */
export async function verifyExport(
  chunks: AsyncIterable<Uint8Array>,
  options: ExportOptions,
  progress?: (entries: number) => void,
): Promise<Verdict> {
  const text = new Utf8Text();
  let verifier: Verifier | null = null;
  const take = (piece: string): void => {
    if (piece === "") return;
    verifier ??= createVerifier({ ...options, format: piece.startsWith("{") ? "jsonl" : "csv" });
    verifier.write(piece);
  };
  for await (const chunk of chunks) {
    take(text.decode(chunk));
    progress?.(entriesOf(verifier));
    if (isSettled(verifier)) break;
  }
  take(text.end());
  const verdict = await (verifier ?? createVerifier({ ...options, format: "jsonl" })).finish();
  return text.valid || verdict.kind !== "holds"
    ? verdict
    : { kind: "unreadable", sentence: "The file is not valid UTF-8.", reading: verdict.reading };
}

// The variable above is assigned in a closure, which the compiler does not follow; a parameter has its full type.
function entriesOf(verifier: Verifier | null): number {
  return verifier?.entries ?? 0;
}

function isSettled(verifier: Verifier | null): boolean {
  return verifier?.settled ?? false;
}

/**
 * Decodes leniently, so that a damaged byte is found as a changed entry and named by its seq; and strictly beside it,
 * so that no two files of different bytes are taken for the same text.
 */
class Utf8Text {
  readonly #lenient = new TextDecoder("utf-8");
  readonly #strict = new TextDecoder("utf-8", { fatal: true });
  #valid = true;

  get valid(): boolean {
    return this.#valid;
  }

  decode(chunk: Uint8Array): string {
    this.#test(chunk);
    return this.#lenient.decode(chunk, { stream: true });
  }

  end(): string {
    this.#test(null);
    return this.#lenient.decode();
  }

  #test(chunk: Uint8Array | null): void {
    if (!this.#valid) return;
    try {
      if (chunk === null) this.#strict.decode();
      else this.#strict.decode(chunk, { stream: true });
    } catch {
      this.#valid = false;
    }
  }
}
