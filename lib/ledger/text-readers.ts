/** A longer line or row is no export of ours, and would make memory grow. In UTF-16 code units. */
export const MAX_RECORD_LENGTH = 32 * 1024 * 1024;

/** Cuts a stream of text into records, whatever the pieces it arrives in. */
export interface TextReader {
  /** Returns false when a record is too long or malformed; nothing more is to be written then. */
  write(chunk: string): boolean;
  /** Gives what is left as the last record. */
  end(): boolean;
}

/** Lines that end in LF or CRLF. Only those end a line: JSON may hold U+2028 unescaped. */
export function createLineReader(line: (text: string) => void): TextReader {
  let rest = "";
  const emit = (text: string): void => line(text.endsWith("\r") ? text.slice(0, -1) : text);
  return {
    write(chunk) {
      let start = 0;
      for (let at = chunk.indexOf("\n"); at >= 0; at = chunk.indexOf("\n", start)) {
        emit(rest + chunk.slice(start, at));
        rest = "";
        start = at + 1;
      }
      rest += chunk.slice(start);
      return rest.length <= MAX_RECORD_LENGTH;
    },
    end() {
      if (rest !== "") emit(rest);
      rest = "";
      return true;
    },
  };
}

/** Rows of RFC 4180 with quoted cells; a bare LF ends a row too. A row cut off within quotes is not given. */
export function createCsvReader(row: (cells: readonly string[]) => void): TextReader {
  let cells: string[] = [];
  let cell = "";
  let length = 0;
  let state: "start" | "plain" | "quoted" | "quote_seen" = "start";
  const endCell = (): void => {
    cells.push(cell);
    cell = "";
    state = "start";
  };
  const endRow = (): void => {
    if (state === "plain" && cell.endsWith("\r")) cell = cell.slice(0, -1);
    endCell();
    const done = cells;
    cells = [];
    length = 0;
    // A line that is empty but for its end is no row.
    if (done.length > 1 || done[0] !== "") row(done);
  };
  const takePlain = (chunk: string, from: number): number => {
    state = "plain";
    let at = from;
    while (at < chunk.length && !isDelimiter(chunk.charCodeAt(at))) at++;
    cell += chunk.slice(from, at);
    if (chunk[at] === ",") endCell();
    else if (chunk[at] === "\n") endRow();
    return at + 1;
  };
  /** Takes all up to the closing quote in one piece: a cell of JSON has many doubled quotes. */
  const takeQuoted = (chunk: string, from: number): number => {
    let quote = chunk.indexOf('"', from);
    while (quote >= 0 && chunk[quote + 1] === '"') quote = chunk.indexOf('"', quote + 2);
    const end = quote < 0 ? chunk.length : quote;
    cell += chunk.slice(from, end).replaceAll('""', '"');
    if (quote >= 0) state = "quote_seen";
    return quote < 0 ? end : end + 1;
  };
  /** What follows a quote within quotes: another quote stands for itself, anything else ends the cell. */
  const takeAfterQuote = (char: string): boolean => {
    if (char === '"') {
      cell += char;
      state = "quoted";
    } else if (char === ",") endCell();
    else if (char === "\n") endRow();
    else return char === "\r";
    return true;
  };
  return {
    write(chunk) {
      length += chunk.length;
      for (let at = 0; at < chunk.length; ) {
        if (state === "quoted") at = takeQuoted(chunk, at);
        else if (state === "quote_seen") {
          if (!takeAfterQuote(chunk.charAt(at++))) return false;
        } else if (state === "start" && chunk[at] === '"') {
          state = "quoted";
          at++;
        } else at = takePlain(chunk, at);
      }
      return length <= MAX_RECORD_LENGTH + chunk.length;
    },
    end() {
      const cutOff = state === "quoted";
      if (!cutOff && (cells.length > 0 || state !== "start")) endRow();
      return !cutOff;
    },
  };
}

/** A comma or a line feed. */
function isDelimiter(code: number): boolean {
  return code === 0x2c || code === 0x0a;
}
