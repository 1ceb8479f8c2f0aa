import { type ExportEnd, type ExportHeader, type JsonlLine, parseJsonlLine } from "./export-jsonl";
import type { LogClaims, LogVerifier } from "./log-verifier";
import { createLineReader, type TextReader } from "./text-readers";
import type { Verifier } from "./text-verifier";
import { broken, unreadable, type Verdict } from "./verdict";

/** Reads a JSON Lines export into a `LogVerifier`. */
export class JsonlVerifier implements Verifier {
  readonly #log: LogVerifier;
  readonly #lines: TextReader;
  #number = 0;
  #begun = false;
  #end: ExportEnd | null = null;
  /** A line that made no sense: a fault of the file if another follows, the place where it was cut off if none does. */
  #senseless: string | null = null;

  constructor(log: LogVerifier) {
    this.#log = log;
    this.#lines = createLineReader((line) => this.#take(line));
  }

  get settled(): boolean {
    return this.#log.settled;
  }

  get entries(): number {
    return this.#log.entries;
  }

  write(text: string): void {
    if (this.settled) return;
    if (!this.#lines.write(text))
      this.#log.fail(unreadable(`Line ${this.#number + 1} is too long for an export.`));
  }

  finish(): Promise<Verdict> {
    if (!this.settled) this.#lines.end();
    if (!this.#begun) this.#log.fail(unreadable(this.#senseless ?? "The file is empty."));
    return this.#log.finish(this.#end);
  }

  #take(text: string): void {
    this.#number++;
    if (this.settled) return;
    if (this.#senseless !== null) {
      this.#log.fail(unreadable(this.#senseless));
      return;
    }
    const line = parseJsonlLine(text);
    if (!this.#begun) this.#takeFirst(line);
    else if (this.#end !== null) this.#takeAfterEnd(line, text);
    else if (line.kind === "entry") this.#log.accept(line.text, line.hash);
    else if (line.kind === "end") this.#end = line.end;
    else this.#senseless = this.#faultOf(line.kind === "unknown" ? line.sentence : "It is a second header.");
  }

  #takeFirst(line: JsonlLine): void {
    if (line.kind === "header") {
      this.#begun = true;
      this.#log.begin(claimsOf(line.header));
    } else if (line.kind === "unknown") this.#senseless = this.#faultOf(line.sentence);
    else this.#senseless = this.#faultOf("An export begins with its header.");
  }

  #takeAfterEnd(line: JsonlLine, text: string): void {
    if (text === "") return;
    const seq = this.#log.nextSeq;
    const sentence = `Line ${this.#number} stands after the end of the export.`;
    this.#log.fail(
      line.kind === "entry" ? broken("out_of_order", seq, `${sentence} It was added.`) : unreadable(sentence),
    );
  }

  #faultOf(sentence: string): string {
    return `Line ${this.#number} cannot be read as part of an audit export. ${sentence}`;
  }
}

function claimsOf(header: ExportHeader): LogClaims {
  const { org, fromSeq, toSeq, checkpoint, keys, anchor } = header;
  return { org, fromSeq, toSeq, checkpoint, keys, anchor: anchor?.hash ?? null, hasEnd: true };
}
