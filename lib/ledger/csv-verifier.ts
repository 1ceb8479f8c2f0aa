import { CsvOrganization, organizationsNamed, ROWS_SEARCHED } from "./csv-organization";
import { NO_ENTRY_HASH } from "./entry";
import { CSV_HEADER, type CsvCells, csvCells, entryTextOfRow, misstatedColumn } from "./export-csv";
import type { LogVerifier } from "./log-verifier";
import { createCsvReader, type TextReader } from "./text-readers";
import type { TextVerifierOptions, Verifier } from "./text-verifier";
import { broken, unreadable, type Verdict } from "./verdict";

/** Reads a CSV export into a `LogVerifier`. */
export class CsvVerifier implements Verifier {
  readonly #log: LogVerifier;
  readonly #options: TextVerifierOptions;
  readonly #rows: TextReader;
  readonly #search: CsvOrganization;
  readonly #likely: readonly string[];
  #number = 0;
  #org: string | null = null;
  /** Rows that wait for the organization to be known; at most `ROWS_SEARCHED`. */
  #waiting: CsvCells[] = [];
  #senseless: string | null = null;

  constructor(log: LogVerifier, options: TextVerifierOptions) {
    this.#log = log;
    this.#options = options;
    this.#rows = createCsvReader((row) => this.#take(row));
    this.#likely = organizationsNamed(options.trustedKeys ?? [], options.earlierCheckpoints ?? []);
    this.#search = new CsvOrganization(options.hasher, [...this.#likely, ...(options.orgHints ?? [])]);
  }

  get settled(): boolean {
    return this.#log.settled;
  }

  get entries(): number {
    return this.#log.entries;
  }

  write(text: string): void {
    if (this.settled) return;
    if (!this.#rows.write(text))
      this.#log.fail(unreadable(`Row ${this.#number + 1} is not CSV of RFC 4180.`));
  }

  finish(): Promise<Verdict> {
    const whole = this.settled || this.#rows.end();
    if (!this.settled) this.#flush();
    if (this.#number === 0) this.#log.fail(unreadable("The file is empty."));
    else if (this.#org === null) this.#log.fail(unreadable(this.#senseless ?? "The file holds no entries."));
    else if (!whole || this.#senseless !== null) {
      const seq = this.#log.nextSeq;
      this.#log.fail(broken("truncated", seq, `The file breaks off within the row of entry ${seq}.`));
    }
    return this.#log.finish(null);
  }

  #take(row: readonly string[]): void {
    this.#number++;
    if (this.settled) return;
    if (this.#number === 1) {
      if (row.join(",") !== CSV_HEADER)
        this.#log.fail(unreadable("The first row is not that of an audit export."));
      return;
    }
    if (this.#senseless !== null) {
      this.#log.fail(unreadable(this.#senseless));
      return;
    }
    const cells = csvCells(row);
    if (cells === null || entryTextOfRow(cells, "") === null) {
      this.#senseless = `Row ${this.#number} cannot be read as an entry of an audit export.`;
    } else if (this.#org !== null) this.#accept(cells, this.#org);
    else this.#searchIn(cells);
  }

  #searchIn(cells: CsvCells): void {
    this.#waiting.push(cells);
    const org = this.#options.org ?? this.#search.find(cells);
    if (org !== null) this.#settleOn(org);
    else if (this.#waiting.length >= ROWS_SEARCHED) this.#flush();
  }

  /** No name fits any row: the likeliest is taken, and the first row shows that it was changed. */
  #flush(): void {
    if (this.#org !== null || this.#waiting.length === 0) return;
    const likely = this.#options.org ?? this.#likely[0];
    const sentence = "Which organization the rows belong to is not in the file; say it, or give its key.";
    if (likely === undefined) this.#log.fail(unreadable(sentence));
    else this.#settleOn(likely);
  }

  #settleOn(org: string): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#org = org;
    const fromSeq = Number(waiting[0]?.seq);
    const anchor = fromSeq === 1 ? NO_ENTRY_HASH : null;
    this.#log.begin({ org, fromSeq, toSeq: null, anchor, checkpoint: null, keys: [], hasEnd: false });
    for (const cells of waiting) this.#accept(cells, org);
  }

  #accept(cells: CsvCells, org: string): void {
    if (this.settled) return;
    this.#log.accept(entryTextOfRow(cells, org) ?? "", cells.hash, ({ seq, data }) => {
      // These cells are what people look at, and they are not hashed: they must say what the hashed data says.
      const column = misstatedColumn(cells, data);
      if (column === null) return null;
      const sentence = `Entry ${seq} was changed: its column ${column} does not say what its hashed data says.`;
      return broken("bad_hash", seq, sentence);
    });
  }
}
