export const UNDO_SECONDS = 5;

export type VoteUnderWay =
  | { kind: "counting"; title: string; endsAt: number }
  | { kind: "sending"; title: string }
  | ({ kind: "failed"; title: string } & VoteFault);

interface VoteFault {
  /** Why, in a sentence that says whether anything was changed. */
  message: string;
  /** It may have been counted all the same. */
  inDoubt: boolean;
}

export type Votes = ReadonlyMap<string, VoteUnderWay>;

interface Outside {
  /** Sends the approval; resolves once the server has counted it, rejects when it has not. */
  send: (id: string, reason: string) => Promise<void>;
  faultOf: (id: string, error: unknown) => Promise<VoteFault>;
  onFailed?: (id: string, vote: Extract<VoteUnderWay, { kind: "failed" }>) => void;
}

/**
 * Approvals that were confirmed but do not count yet: each waits five seconds to be undone and is sent only then. None is
 * ever shown as done from here; that is the server's to say.
 */
export class VotesUnderWay {
  readonly #outside: Outside;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #listeners = new Set<() => void>();
  #votes: Votes = new Map();

  constructor(outside: Outside) {
    this.#outside = outside;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): Votes => this.#votes;

  approve(id: string, title: string, reason: string): void {
    const current = this.#votes.get(id)?.kind;
    if (current === "counting" || current === "sending") return;
    this.#set(id, { kind: "counting", title, endsAt: Date.now() + UNDO_SECONDS * 1000 });
    this.#timers.set(
      id,
      setTimeout(() => void this.#send(id, title, reason), UNDO_SECONDS * 1000),
    );
  }

  /** Takes it back; too late once it is being sent. */
  undo(id: string): void {
    if (this.#stop(id)) this.#set(id, null);
  }

  /** Puts away a failure that was read. */
  dismiss(id: string): void {
    if (this.#votes.get(id)?.kind === "failed") this.#set(id, null);
  }

  /** Somebody else, or the clock, was first: nothing is sent. What was in doubt the request tells by itself from now on. */
  overtake(id: string, message: string): void {
    const vote = this.#votes.get(id);
    if (vote?.kind === "failed" && vote.inDoubt) this.#set(id, null);
    if (vote && this.#stop(id)) this.#fail(id, vote.title, { message, inDoubt: false });
  }

  /** The reader left: what still counts down is not sent. */
  abandon(message: string): void {
    for (const id of this.#timers.keys()) this.overtake(id, message);
  }

  get isCounting(): boolean {
    return this.#timers.size > 0;
  }

  async #send(id: string, title: string, reason: string): Promise<void> {
    this.#timers.delete(id);
    this.#set(id, { kind: "sending", title });
    try {
      await this.#outside.send(id, reason);
      this.#set(id, null);
    } catch (error) {
      this.#fail(id, title, await this.#outside.faultOf(id, error));
    }
  }

  #fail(id: string, title: string, fault: VoteFault): void {
    const failed = { kind: "failed" as const, title, ...fault };
    this.#set(id, failed);
    this.#outside.onFailed?.(id, failed);
  }

  #stop(id: string): boolean {
    clearTimeout(this.#timers.get(id));
    return this.#timers.delete(id);
  }

  #set(id: string, vote: VoteUnderWay | null): void {
    const votes = new Map(this.#votes);
    if (vote) votes.set(id, vote);
    else votes.delete(id);
    this.#votes = votes;
    for (const listener of this.#listeners) listener();
  }
}
