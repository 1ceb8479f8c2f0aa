import "server-only";
import type { PoolClient } from "pg";
import { now as currentTime } from "../../clock";
import { unavailable } from "../../errors";
import { processWide } from "../../process-wide";
import { APPEND_SQL, chainEvents, type HeadRow, type StoredHead, storedHead } from "./append";
import { BudgetBooks } from "./budget-books";
import { type DataKey, dataKey } from "./data-key";
import { type ReadyEvent, readyEvent } from "./draft";
import type { LedgerEvent } from "./events";
import { HeldConnection } from "./held-connection";

/** What one request makes of the state it is decided against. */
export type Verdict<T> =
  | { kind: "record"; event: LedgerEvent; value: T }
  /** Nothing to append here: the answer needs a transaction of its own, or is an error. */
  | { kind: "aside"; value: T };

/** A request that waits for its place in the chain. */
export interface Submission<S, T> {
  /** Loads what `decide` will ask of the state; called again when the state has moved. */
  prepare(state: S): Promise<void> | undefined;
  /** Pure and quick: it is called again whenever its place in the chain moves. */
  decide(state: S, now: Date, spent: Spent): Verdict<T>;
}

/** Decisions on the books today (UTC), those on their way into the log among them. */
export interface Spent {
  today(agentId: string): number;
}

/** How the writer gets the state that belongs to a version of it. */
export type LoadState<S> = (organizationId: string, version: number) => Promise<S>;

const MAX_QUEUE = 4096;
const MAX_GROUP = 256;
const FREE_ATTEMPTS = 3;
const DAY_MS = 86_400_000;
/** Fewer than this are not worth two commits. */
const MIN_SPLIT = 4;

type Database = Pick<PoolClient, "query">;

/** A request as it was decided where the chain stood; `place` says which standing that was. */
interface Draft {
  place: number;
  /** What is appended; null when nothing is. */
  ready: ReadyEvent | null;
  failed: boolean;
  answer: () => void;
}

interface Waiting<S> {
  submission: Submission<S, unknown>;
  draft: Draft | null;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** Where the chain stands, with all that deciding there needs. */
interface Standing<S> {
  head: StoredHead;
  state: S;
  key: DataKey;
  /** The time of the last entry or draft: no decision is earlier. Milliseconds since 1970, as is `until`. */
  since: number;
  /** The end of the day whose budgets are on the books. */
  until: number;
}

/**
 * Appends the decisions of one organization, many with one commit.
 *
 * A group is decided against one version of the state and is committed only if chain and state still stand there; else
 * the whole group is decided again. So every entry was decided with exactly the policies, roles and agents that stand
 * before it in the chain, whichever process wrote them, and an answer is given only after its entry is durable. When
 * the process dies before the commit, nothing was answered; after it, entries exist whose answer never left, which
 * grants nothing.
 *
 * While the database commits one group, what arrives is decided already (a draft), and the next group is on its way before
 * the one before it is answered: neither waits for the other.
 */
export class GroupWriter<S> {
  private queue: Waiting<S>[] = [];
  private running = false;
  /** Null: the database has to be asked where the chain stands. */
  private standing: Standing<S> | null = null;
  /** Raised whenever drafts lose what they rest on. */
  private place = 0;
  private readonly books = new BudgetBooks();
  private readonly connection = new HeldConnection();

  constructor(
    private readonly organizationId: string,
    private readonly loadState: LoadState<S>,
  ) {}

  submit<T>(submission: Submission<S, T>): Promise<T> {
    if (this.queue.length >= MAX_QUEUE) {
      return Promise.reject(unavailable("Kynara is busy and cannot record a decision now. Ask again."));
    }
    return new Promise<T>((resolve, reject) => {
      const waiting: Waiting<S> = {
        submission,
        draft: null,
        resolve: resolve as (value: unknown) => void,
        reject,
      };
      this.queue.push(waiting);
      this.draftAhead(waiting);
      if (!this.running) {
        this.running = true;
        void this.drain();
      }
    });
  }

  /** Looks at the database before the next group: for a caller who found that the state has moved. */
  refresh(): void {
    this.moved();
  }

  /** Chain, state or books are not where they were thought to be: all that was decided there is decided again. */
  private moved(): void {
    this.standing = null;
    this.dropDrafts();
  }

  private dropDrafts(): void {
    this.place += 1;
    this.books.release();
  }

  private async drain(): Promise<void> {
    let answers: readonly (() => void)[] = [];
    for (;;) {
      const isIdle = this.queue.length === 0 || answers.length === 0;
      if (this.queue.length === 0) {
        for (const answer of answers) answer();
        answers = [];
      }
      if (isIdle) await this.gather();
      if (this.queue.length === 0) break;
      const group = this.queue.splice(0, Math.min(MAX_GROUP, this.groupSize(isIdle)));
      const committing = this.commit(group);
      for (const answer of answers) answer();
      answers = await committing;
      this.connection.share();
    }
    this.connection.release();
    this.running = false;
  }

  /** When nothing is under way, half of those who wait: the other half is decided while the first commits. */
  private groupSize(isIdle: boolean): number {
    const { length } = this.queue;
    return isIdle && length >= MIN_SPLIT && length < MAX_GROUP ? Math.ceil(length / 2) : length;
  }

  /** Requests that stand in the sockets already come along: a commit costs the same for one as for many. */
  private async gather(): Promise<void> {
    for (let known = -1; known < this.queue.length && this.queue.length < MAX_GROUP; ) {
      known = this.queue.length;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Commits a group. @returns its answers, to be given now that its entries are durable. */
  private async commit(group: Waiting<S>[]): Promise<readonly (() => void)[]> {
    try {
      for (let attempt = 0; attempt < FREE_ATTEMPTS; attempt += 1) {
        const answers = await this.attempt(group);
        if (answers) return answers;
      }
      return await this.commitUnderLock(group);
    } catch (error) {
      this.moved();
      this.connection.release(error as Error);
      const refusal = unavailable("The decision could not be recorded, so none was made. Ask again.", error);
      return group.map((waiting) => () => waiting.reject(refusal));
    }
  }

  /** Decides the group where the chain stands, unless that is done, and appends it; null when another writer came first. */
  private async attempt(group: Waiting<S>[], locked?: Database): Promise<readonly (() => void)[] | null> {
    const isFresh = this.standing === null;
    const database = locked ?? this.connection.atHand ?? (await this.connection.get());
    let { standing } = this;
    let drafts = standing && this.draftsOf(group);
    if (!drafts || !standing) {
      standing = await this.stand(database);
      drafts = await this.decide(group, standing);
    }
    // Nothing is appended for an error, so nothing would show that the state it rests on has moved.
    if (!isFresh && drafts.some((draft) => draft.failed)) {
      this.moved();
      return null;
    }
    const ready = drafts.map((draft) => draft.ready).filter((one) => one !== null);
    const done = ready.length === 0 || (await this.append(standing, ready, database));
    return done ? drafts.map((draft) => draft.answer) : null;
  }

  /** A writer that reads and then writes always loses against one that only writes; in the lock's queue it has its turn. */
  private async commitUnderLock(group: Waiting<S>[]): Promise<readonly (() => void)[]> {
    const client = await this.connection.get();
    await client.query("BEGIN");
    await client.query("SELECT FROM audit_lock_head($1)", [this.organizationId]);
    this.moved();
    const answers = await this.attempt(group, client);
    if (!answers) throw new Error("the chain moved under its own lock");
    await client.query("COMMIT");
    return answers;
  }

  /** Looks where the chain stands. */
  private async stand(database: Database): Promise<Standing<S>> {
    const key = await dataKey(this.organizationId);
    let head = this.standing?.head ?? (await this.readHead(database, dayOf(currentTime())));
    const day = dayOf(timeAfter(timeOf(head)));
    if (!this.books.areOf(day)) head = await this.readHead(database, day);
    const state = await this.loadState(this.organizationId, head.stateVersion);
    const until = Date.parse(`${day}T00:00:00Z`) + DAY_MS;
    this.standing = { head, state, key, since: timeOf(head), until };
    this.dropDrafts();
    return this.standing;
  }

  private async decide(group: Waiting<S>[], standing: Standing<S>): Promise<Draft[]> {
    const loading = group
      .map((waiting) => waiting.submission.prepare(standing.state))
      .filter((load) => load !== undefined);
    if (loading.length > 0) {
      await Promise.allSettled(loading);
      // What came meanwhile was decided as if it stood before this group.
      this.dropDrafts();
    }
    const now = timeAfter(standing.since);
    return group.map((waiting) => this.draft(waiting, standing, now));
  }

  /** Decides a request that has to wait for the database, if that can be done without waiting for anything else. */
  private draftAhead(waiting: Waiting<S>): void {
    const { standing } = this;
    if (!standing) return;
    const now = timeAfter(standing.since);
    if (now.getTime() >= standing.until) return;
    const loading = waiting.submission.prepare(standing.state);
    if (loading) loading.catch(() => undefined);
    else this.draft(waiting, standing, now);
  }

  /** The drafts of a group, when all of them rest on where the chain stands now. */
  private draftsOf(group: Waiting<S>[]): Draft[] | null {
    const drafts: Draft[] = [];
    for (const { draft } of group) {
      if (draft?.place !== this.place) return null;
      drafts.push(draft);
    }
    return drafts;
  }

  private draft(waiting: Waiting<S>, standing: Standing<S>, now: Date): Draft {
    const { place, books } = this;
    standing.since = now.getTime();
    try {
      const verdict = waiting.submission.decide(standing.state, now, books);
      const ready = verdict.kind === "record" ? readyEvent(standing.key, verdict.event, now) : null;
      if (ready?.event.countsFor) books.reserve(ready.event.countsFor);
      waiting.draft = { place, ready, failed: false, answer: () => waiting.resolve(verdict.value) };
    } catch (error) {
      waiting.draft = { place, ready: null, failed: true, answer: () => waiting.reject(error) };
    }
    return waiting.draft;
  }

  private async append(standing: Standing<S>, ready: ReadyEvent[], database: Database): Promise<boolean> {
    const { head } = standing;
    const { appended, parameters } = chainEvents(head, ready, head.stateVersion);
    const { rows } = await database.query<{ state_version: number | null }>({
      name: "audit_append",
      text: APPEND_SQL,
      values: parameters,
    });
    const stateVersion = rows[0]?.state_version ?? null;
    // Another writer came first, somebody asked for a fresh look, or these entries changed the state themselves.
    if (this.standing !== standing || stateVersion !== head.stateVersion) {
      this.moved();
      return stateVersion !== null;
    }
    standing.head = { chain: appended.head, stateVersion };
    for (const { event } of ready) if (event.countsFor) this.books.settle(event.countsFor);
    return true;
  }

  /** Head and books in one statement, so that both belong to the same place in the chain. */
  private async readHead(database: Database, day: string): Promise<StoredHead> {
    const { rows } = await database.query<HeadRow & { counts: Record<string, number> | null }>({
      name: "audit_position",
      text: "SELECT * FROM audit_position($1, $2)",
      values: [this.organizationId, day],
    });
    const row = rows[0];
    if (!row) throw new Error(`The organization ${this.organizationId} has no log.`);
    this.books.open(day, row.counts ?? {});
    return storedHead(this.organizationId, row);
  }
}

/** The time of a decision. Another process's clock may be ahead of ours: then the log's time holds. */
function timeAfter(since: number): Date {
  const now = currentTime();
  return now.getTime() < since ? new Date(since) : now;
}

const timeOf = ({ chain }: StoredHead): number => (chain.seq > 0 ? Date.parse(chain.time) : 0);
const dayOf = (time: Date) => time.toISOString().slice(0, 10);

/** The organization's one writer in this process. */
export function groupWriter<S>(organizationId: string, loadState: LoadState<S>): GroupWriter<S> {
  const writers = processWide("group-writers", () => new Map<string, GroupWriter<S>>());
  let writer = writers.get(organizationId);
  if (!writer) {
    writer = new GroupWriter(organizationId, loadState);
    writers.set(organizationId, writer);
  }
  return writer;
}
