import "server-only";
import type { PoolClient } from "pg";
import { now as currentTime } from "../../clock";
import { unavailable } from "../../errors";
import { processWide } from "../../process-wide";
import { pool } from "../pool";
import { APPEND_SQL, chainEvents, type HeadRow, type StoredHead, storedHead } from "./append";
import { type DataKey, dataKey } from "./data-key";
import { type ReadyEvent, readyEvent } from "./draft";
import type { LedgerEvent } from "./events";

/** What one request makes of the state it is decided against. */
export type Verdict<T> =
  | { kind: "record"; event: LedgerEvent; value: T }
  /** Nothing to append here: the answer needs a transaction of its own, or is an error. */
  | { kind: "aside"; value: T };

/** A request that waits for its place in the chain. */
export interface Submission<S, T> {
  /** Loads what `decide` will ask of the state; called again when the state has moved. */
  prepare(state: S): Promise<void> | undefined;
  /** Pure and quick: it is called again whenever the group has to be made anew. */
  decide(state: S, now: Date, spent: Spent): Verdict<T>;
}

/** Decisions on the books today (UTC), the ones ahead in the same group among them. */
export interface Spent {
  today(agentId: string): number;
}

/** How the writer gets the state that belongs to a version of it. */
export type LoadState<S> = (organizationId: string, version: number) => Promise<S>;

const MAX_QUEUE = 4096;
const MAX_GROUP = 256;
const FREE_ATTEMPTS = 3;

interface Waiting<S> {
  submission: Submission<S, unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

type Answer = () => void;
type Database = Pick<PoolClient, "query">;

interface Books {
  day: string;
  counts: Map<string, number>;
}

/**
 * Appends the decisions of one organization, many with one commit.
 *
 * A group is decided against one version of the state and is committed only if chain and state still stand there; else
 * the whole group is decided again. So every entry was decided with exactly the policies, roles and agents that stand
 * before it in the chain, whichever process wrote them, and an answer is given only after its entry is durable. When
 * the process dies before the commit, nothing was answered; after it, entries exist whose answer never left, which
 * grants nothing.
 */
export class GroupWriter<S> {
  private queue: Waiting<S>[] = [];
  private running = false;
  private head: StoredHead | null = null;
  private books: Books = { day: "", counts: new Map() };

  constructor(
    private readonly organizationId: string,
    private readonly loadState: LoadState<S>,
  ) {}

  submit<T>(submission: Submission<S, T>): Promise<T> {
    if (this.queue.length >= MAX_QUEUE) {
      return Promise.reject(unavailable("Kynara is busy and cannot record a decision now. Ask again."));
    }
    return new Promise<T>((resolve, reject) => {
      this.queue.push({ submission, resolve: resolve as (value: unknown) => void, reject });
      if (!this.running) {
        this.running = true;
        // Requests that arrive in the same turn of the event loop share the first commit.
        setImmediate(() => this.drain());
      }
    });
  }

  /** Looks at the database before the next group: for a caller who found that the state has moved. */
  refresh(): void {
    this.head = null;
  }

  private async drain(): Promise<void> {
    while (this.queue.length > 0) {
      await this.gather();
      const group = this.queue.splice(0, MAX_GROUP);
      try {
        await this.commit(group);
      } catch (error) {
        this.head = null;
        const refusal = unavailable(
          "The decision could not be recorded, so none was made. Ask again.",
          error,
        );
        for (const waiting of group) waiting.reject(refusal);
      }
    }
    this.running = false;
  }

  /** Requests that stand in the sockets already come along: a commit costs the same for one as for many. */
  private async gather(): Promise<void> {
    for (let known = -1; known < this.queue.length && this.queue.length < MAX_GROUP; ) {
      known = this.queue.length;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  private async commit(group: Waiting<S>[]): Promise<void> {
    const key = await dataKey(this.organizationId);
    for (let attempt = 0; attempt < FREE_ATTEMPTS; attempt += 1) {
      const answers = await this.attempt(group, key, pool());
      if (answers) return answerAll(answers);
    }
    await this.commitUnderLock(group, key);
  }

  /** Decides the group where the chain stands and appends it; null when another writer came first. */
  private async attempt(group: Waiting<S>[], key: DataKey, database: Database): Promise<Answer[] | null> {
    const isFresh = this.head === null;
    let head = this.head ?? (await this.readHead(database));
    // Another process's clock may be ahead: time, day and entry then follow what the log already says.
    const now = new Date(
      Math.max(currentTime().getTime(), head.chain.seq > 0 ? Date.parse(head.chain.time) : 0),
    );
    if (this.books.day !== dayOf(now)) head = await this.readHead(database, dayOf(now));
    const state = await this.loadState(this.organizationId, head.stateVersion);
    const loading = group
      .map((waiting) => waiting.submission.prepare(state))
      .filter((load) => load !== undefined);
    if (loading.length > 0) await Promise.allSettled(loading);
    const { ready, answers, hasFailed } = this.decide(group, state, key, now);
    // Nothing is appended for an error, so nothing would show that the state it rests on has moved.
    if (hasFailed && !isFresh) {
      this.head = null;
      return null;
    }
    const done = ready.length === 0 || (await this.append(head, ready, database));
    return done ? answers : null;
  }

  /** A writer that reads and then writes always loses against one that only writes; in the lock's queue it has its turn. */
  private async commitUnderLock(group: Waiting<S>[], key: DataKey): Promise<void> {
    const client = await pool().connect();
    let failure: Error | undefined;
    try {
      await client.query("BEGIN");
      await client.query("SELECT FROM audit_lock_head($1)", [this.organizationId]);
      this.head = null;
      const answers = await this.attempt(group, key, client);
      if (!answers) throw new Error("the chain moved under its own lock");
      await client.query("COMMIT");
      answerAll(answers);
    } catch (error) {
      failure = error as Error;
      throw error;
    } finally {
      // A connection in an unknown state is closed, which rolls back.
      client.release(failure);
    }
  }

  private decide(group: Waiting<S>[], state: S, key: DataKey, now: Date) {
    const ready: ReadyEvent[] = [];
    const answers: Answer[] = [];
    let hasFailed = false;
    const ahead = new Map<string, number>();
    const spent: Spent = { today: (agent) => (this.books.counts.get(agent) ?? 0) + (ahead.get(agent) ?? 0) };
    for (const waiting of group) {
      try {
        const verdict = waiting.submission.decide(state, now, spent);
        if (verdict.kind === "record") {
          ready.push(readyEvent(key, verdict.event, now));
          const agent = verdict.event.countsFor;
          if (agent) ahead.set(agent, (ahead.get(agent) ?? 0) + 1);
        }
        answers.push(() => waiting.resolve(verdict.value));
      } catch (error) {
        hasFailed = true;
        answers.push(() => waiting.reject(error));
      }
    }
    return { ready, answers, hasFailed };
  }

  private async append(head: StoredHead, ready: ReadyEvent[], database: Database): Promise<boolean> {
    const { appended, parameters } = chainEvents(head, ready, head.stateVersion);
    const { rows } = await database.query<{ state_version: number | null }>({
      name: "audit_append",
      text: APPEND_SQL,
      values: parameters,
    });
    const stateVersion = rows[0]?.state_version ?? null;
    if (stateVersion === null) {
      this.head = null;
      return false;
    }
    this.head = { chain: appended.head, stateVersion };
    for (const { event } of ready) {
      if (event.countsFor) {
        this.books.counts.set(event.countsFor, (this.books.counts.get(event.countsFor) ?? 0) + 1);
      }
    }
    return true;
  }

  /** Head and books in one statement, so that both belong to the same place in the chain. */
  private async readHead(database: Database, day = dayOf(currentTime())): Promise<StoredHead> {
    const { rows } = await database.query<HeadRow & { counts: Record<string, number> | null }>({
      name: "audit_position",
      text: "SELECT * FROM audit_position($1, $2)",
      values: [this.organizationId, day],
    });
    const row = rows[0];
    if (!row) throw new Error(`The organization ${this.organizationId} has no log.`);
    this.books = { day, counts: new Map(Object.entries(row.counts ?? {})) };
    this.head = storedHead(this.organizationId, row);
    return this.head;
  }
}

function answerAll(answers: readonly Answer[]): void {
  for (const answer of answers) answer();
}

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
