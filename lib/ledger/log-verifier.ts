import { ChainCheck, type ExpectedRoot, type Inspect } from "./chain-check";
import { type NotedCheckpoint, parseCheckpoint } from "./checkpoint";
import {
  checkOrigins,
  checkSignature,
  compareHeld,
  type Held,
  parseKeys,
  readHeld,
} from "./checkpoint-check";
import type { ExportEnd } from "./export-jsonl";
import type { Hasher } from "./hasher";
import type { VerifierKey, VerifySignature } from "./note";
import { verifyInclusion } from "./proof";
import {
  broken,
  type ComparedCheckpoint,
  type Reading,
  type SignatureTrust,
  type StepFault,
  unreadable,
  type Verdict,
} from "./verdict";

export interface VerifierOptions {
  readonly hasher: Hasher;
  readonly verifySignature: VerifySignature;
  /** Verifier keys from outside the file. Without any, the signature is checked with the file's own keys only. */
  readonly trustedKeys?: readonly string[];
  /** Checkpoints (signed notes) from outside the file, taken no later than it. */
  readonly earlierCheckpoints?: readonly string[];
  /** Also re-canonicalise every entry. */
  readonly strict?: boolean;
}

/** What a log says of itself before its entries. */
export interface LogClaims {
  readonly org: string;
  readonly fromSeq: number;
  /** The last seq there must be; null where the log does not say. */
  readonly toSeq: number | null;
  /** Hash of the entry before `fromSeq` in hex; null for none, or where it is not known. */
  readonly anchor: string | null;
  /** Signed note of the log's own checkpoint; null where there is none. */
  readonly checkpoint: string | null;
  /** Verifier keys that the log names. */
  readonly keys: readonly string[];
  /** Whether an end with count, tip and proof must follow the entries, as in a JSON Lines export. */
  readonly hasEnd: boolean;
}

interface State {
  readonly claims: LogClaims;
  readonly own: NotedCheckpoint | null;
  readonly fileKeys: readonly VerifierKey[];
  readonly chain: ChainCheck;
}

/**
 * Verifies one organization's log, or a stretch of it, entry by entry: `begin` once, `accept` for each, `finish`
 * once. It never throws on input, and its memory does not grow with the log. Text formats stand above it
 * (`createVerifier`); a store feeds it rows.
 */
export class LogVerifier {
  readonly #options: VerifierOptions;
  #held: Held = { keys: [], checkpoints: [] };
  #state: State | null = null;
  #fault: StepFault | null = null;
  #trust: SignatureTrust = "unchecked";
  #signedBy: readonly string[] = [];
  readonly #heldTrust = new Map<NotedCheckpoint, SignatureTrust>();

  constructor(options: VerifierOptions) {
    this.#options = options;
    const read = readHeld(options.hasher, options.trustedKeys ?? [], options.earlierCheckpoints ?? []);
    if (read.kind === "held") this.#held = read.held;
    else this.#fault = read;
  }

  /** True once the verdict is known, whatever follows; feeding may stop. */
  get settled(): boolean {
    return this.#fault !== null;
  }

  /** Entries found in their place so far. */
  get entries(): number {
    return this.#state?.chain.count ?? 0;
  }

  /** The seq that the next entry must have; 1 before `begin`. */
  get nextSeq(): number {
    return this.#state?.chain.expected ?? 1;
  }

  /** Ends the verification with a fault that the format above found. The first fault stands. */
  fail(fault: StepFault): void {
    this.#fault ??= fault;
  }

  begin(claims: LogClaims): void {
    if (this.#fault !== null) return;
    const own = claims.checkpoint === null ? null : parseCheckpoint(claims.checkpoint);
    const fileKeys = parseKeys(this.#options.hasher, claims.keys);
    if (claims.checkpoint !== null && own === null) {
      this.fail(unreadable("The file's checkpoint cannot be read."));
    } else if (typeof fileKeys === "string") {
      this.fail(unreadable(`The file names ${fileKeys}, which is no verifier key.`));
    } else {
      const { org, fromSeq, anchor } = claims;
      const roots = [...this.#held.checkpoints.map(heldRoot), ...(own === null ? [] : [ownRoot(own)])];
      const strict = this.#options.strict ?? false;
      const chain = new ChainCheck(this.#options.hasher, { org, fromSeq, anchor, roots, strict });
      this.#state = { claims, own, fileKeys, chain };
      this.#fault = checkOrigins(org, own, this.#held);
    }
  }

  /**
   * Takes the next entry.
   *
   * @param text as stored.
   * @param hash in hex, as recorded.
   * @param inspect what else must be true of it.
   */
  accept(text: string, hash: string, inspect?: Inspect): void {
    if (this.#fault !== null || this.#state === null) return;
    const { chain, claims } = this.#state;
    if (claims.toSeq !== null && chain.expected > claims.toSeq) {
      const sentence = `There are entries after ${claims.toSeq}, which should be the last.`;
      this.fail(broken("out_of_order", chain.expected, sentence));
      return;
    }
    this.#fault = chain.accept(text, hash, inspect);
  }

  /**
   * Checks what only the end can show: completeness, signatures, proof.
   *
   * @param end what followed the entries; null for none.
   */
  async finish(end: ExportEnd | null): Promise<Verdict> {
    if (this.#state === null) this.fail(unreadable("There is no log to verify."));
    else await this.#conclude(this.#state, end);
    const reading = this.#reading();
    const fault = this.#fault;
    if (fault === null) return { kind: "holds", reading };
    return fault.kind === "broken"
      ? { kind: "broken", ...fault.finding, reading }
      : { kind: "unreadable", sentence: fault.sentence, reading };
  }

  async #conclude(state: State, end: ExportEnd | null): Promise<void> {
    const signatures = await this.#checkSignatures(state);
    // A root that differs from a forged checkpoint shows nothing about the entries, so the forgery comes first.
    if (signatures !== null && this.#isAboutRoots()) this.#fault = signatures;
    if (this.#fault !== null) return;
    this.#fault =
      state.chain.close() ??
      incomplete(state, end) ??
      signatures ??
      compareHeld(this.#held, state.own, state.chain.expected - 1) ??
      this.#checkEnd(state, end) ??
      state.chain.respelled();
  }

  #isAboutRoots(): boolean {
    const fault = this.#fault;
    if (fault?.kind !== "broken") return false;
    return fault.finding.reason === "wrong_root" || fault.finding.reason === "inconsistent_checkpoint";
  }

  async #checkSignatures({ own, fileKeys }: State): Promise<StepFault | null> {
    const { keys, checkpoints } = this.#held;
    let fault: StepFault | null = null;
    for (const checkpoint of own === null ? checkpoints : [own, ...checkpoints]) {
      const isOwn = checkpoint === own;
      const check = await checkSignature(checkpoint, isOwn, keys, fileKeys, this.#options.verifySignature);
      if (check.kind !== "accepted") {
        fault ??= check;
        continue;
      }
      if (!isOwn) this.#heldTrust.set(checkpoint, check.trust);
      else {
        this.#trust = check.trust;
        this.#signedBy = check.signedBy;
      }
    }
    return fault;
  }

  /** The last entry's place in the checkpoint's tree, which binds every entry before it through the chain. */
  #checkEnd({ own, chain }: State, end: ExportEnd | null): StepFault | null {
    const { leaf } = chain;
    const last = chain.expected - 1;
    if (end !== null && own !== null && leaf !== null) {
      const claim = { leaf, index: last - 1, size: own.size, root: own.root };
      if (!verifyInclusion(this.#options.hasher, claim, end.proof)) {
        return broken(
          "wrong_root",
          last,
          `Entry ${last} is not proven to stand in the log that the file's checkpoint signs (${own.size} entries).`,
        );
      }
    }
    if (end !== null && end.tip !== chain.tip) {
      return broken(
        "broken_link",
        last,
        "The end of the file names another last hash than the last entry has.",
      );
    }
    return null;
  }

  #reading(): Reading {
    const state = this.#state;
    const count = state?.chain.count ?? 0;
    const fromSeq = state?.claims.fromSeq ?? null;
    const own = state?.own ?? null;
    return {
      org: state?.claims.org ?? null,
      entries: count,
      fromSeq,
      toSeq: fromSeq === null || count === 0 ? null : fromSeq + count - 1,
      tip: state === null || count === 0 ? null : state.chain.tip,
      checkpoint: own === null ? null : { origin: own.origin, size: own.size, signedBy: this.#signedBy },
      trust: this.#trust,
      compared: this.#held.checkpoints.map((one) => this.#compared(one, own, fromSeq, count)),
    };
  }

  #compared(
    held: NotedCheckpoint,
    own: NotedCheckpoint | null,
    fromSeq: number | null,
    count: number,
  ): ComparedCheckpoint {
    const covered = own?.size === held.size || (fromSeq === 1 && held.size <= count);
    const trust = this.#heldTrust.get(held) ?? "unchecked";
    return { origin: held.origin, size: held.size, result: covered ? "matches" : "not_covered", trust };
  }
}

/** A log that stops before the end it announced, or before what its checkpoint signs. */
function incomplete({ claims, own, chain }: State, end: ExportEnd | null): StepFault | null {
  const next = chain.expected;
  const cut = (sentence: string): StepFault => broken("truncated", next, sentence);
  if (claims.hasEnd && end === null)
    return cut(`The file breaks off before entry ${next}: its end is missing.`);
  if (claims.toSeq !== null && next <= claims.toSeq) {
    return cut(`The log should reach entry ${claims.toSeq}; entry ${next} and what follows are missing.`);
  }
  if (end !== null && end.count !== chain.count) {
    return cut(`The file should hold ${end.count} entries; it holds ${chain.count}.`);
  }
  if (own === null) return null;
  if (end === null && own.size >= next) {
    return cut(`The checkpoint signs ${own.size} entries; entry ${next} and what follows are missing.`);
  }
  if (end !== null && own.size < next - 1) {
    const sentence = `The file's checkpoint signs ${own.size} entries, but the file goes on to entry ${next - 1}.`;
    return broken("wrong_root", own.size, sentence);
  }
  return null;
}

function heldRoot({ size, root }: NotedCheckpoint): ExpectedRoot {
  return { size, root, reason: "inconsistent_checkpoint", whose: "A checkpoint that was handed in" };
}

function ownRoot({ size, root }: NotedCheckpoint): ExpectedRoot {
  return { size, root, reason: "wrong_root", whose: "The file's checkpoint" };
}
