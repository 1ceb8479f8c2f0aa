/** What the first line of a JSON Lines export says of the whole. */
export interface ExportHead {
  entries: number | null;
  checkpoint: string | null;
  keys: string[];
}

const NOTHING: ExportHead = { entries: null, checkpoint: null, keys: [] };
const MAX_HEAD_CHARACTERS = 100_000;

/** Finds the first line in the pieces of a file as they pass by; what it says is for display, the verifier reads it anew. */
export class HeadReader {
  #text = "";
  #head: ExportHead | null = null;
  readonly #decoder = new TextDecoder();

  see(chunk: Uint8Array): void {
    if (this.#head !== null) return;
    this.#text += this.#decoder.decode(chunk, { stream: true });
    const end = this.#text.indexOf("\n");
    if (end < 0 && this.#text.length < MAX_HEAD_CHARACTERS) return;
    this.#head = end < 0 ? NOTHING : readHead(this.#text.slice(0, end));
    this.#text = "";
  }

  get head(): ExportHead {
    return this.#head ?? NOTHING;
  }
}

function readHead(line: string): ExportHead {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return NOTHING;
  }
  if (typeof value !== "object" || value === null) return NOTHING;
  const { from_seq, to_seq, checkpoint, keys } = value as Record<string, unknown>;
  const counted = typeof from_seq === "number" && typeof to_seq === "number" && to_seq >= from_seq;
  return {
    entries: counted ? to_seq - from_seq + 1 : null,
    checkpoint: typeof checkpoint === "string" ? checkpoint : null,
    keys: Array.isArray(keys) ? keys.filter((key) => typeof key === "string") : [],
  };
}
