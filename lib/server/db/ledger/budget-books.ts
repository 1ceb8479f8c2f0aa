import "server-only";

/**
 * Each agent's allowed actions of one day (UTC): those that are in the log, and those decided by this writer that are on
 * their way there.
 */
export class BudgetBooks {
  private day = "";
  private committed = new Map<string, number>();
  private ahead = new Map<string, number>();

  /** Starts from what the database says of a day. */
  open(day: string, committed: Readonly<Record<string, number>>): void {
    this.day = day;
    this.committed = new Map(Object.entries(committed));
    this.ahead.clear();
  }

  areOf(day: string): boolean {
    return this.day === day;
  }

  today(agentId: string): number {
    return (this.committed.get(agentId) ?? 0) + (this.ahead.get(agentId) ?? 0);
  }

  /** Counts an action that was decided and is not in the log yet. */
  reserve(agentId: string): void {
    this.ahead.set(agentId, (this.ahead.get(agentId) ?? 0) + 1);
  }

  /** Counts a reserved action as one that is in the log. */
  settle(agentId: string): void {
    this.ahead.set(agentId, (this.ahead.get(agentId) ?? 1) - 1);
    this.committed.set(agentId, (this.committed.get(agentId) ?? 0) + 1);
  }

  /** Forgets all that was decided and is not in the log: it will be decided again. */
  release(): void {
    this.ahead.clear();
  }
}
