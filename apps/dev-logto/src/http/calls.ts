/** How often each operation was called, by `METHOD /path/{template}`. For tests that count upstream calls. */
export class Calls {
  readonly #counts = new Map<string, number>();

  add(operation: string): void {
    this.#counts.set(operation, this.count(operation) + 1);
  }

  /** E.g. `count('GET /api/organizations/{id}/users')`; 0 for one that was never called. */
  count(operation: string): number {
    return this.#counts.get(operation) ?? 0;
  }

  /** All operations together. */
  get total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /** By operation, those never called left out. */
  all(): Record<string, number> {
    return Object.fromEntries(this.#counts);
  }

  reset(): void {
    this.#counts.clear();
  }
}
