/** Which requests are on screen; the same one may be there twice while one page makes way for another. */
export class OnScreen {
  readonly #shown = new Map<string, number>();
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  has(id: string): boolean {
    return this.#shown.has(id);
  }

  /** Says that a request is on screen. Returns the opposite. */
  readonly add = (id: string): (() => void) => {
    this.#count(id, 1);
    return () => this.#count(id, -1);
  };

  #count(id: string, step: 1 | -1): void {
    const count = (this.#shown.get(id) ?? 0) + step;
    if (count > 0) this.#shown.set(id, count);
    else this.#shown.delete(id);
    for (const listener of this.#listeners) listener();
  }
}
