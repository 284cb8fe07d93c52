/** Milliseconds. A longer rest would keep a row open long after Logto is back. */
const LONGEST = 60_000;

/** Remembers which rows of the record could not be settled, and when to try each of them again. */
export class SettleBackoff {
  readonly #first: number;
  readonly #rows = new Map<string, { failures: number; until: number }>();

  /** @param first milliseconds after the first failure; doubled with each further one */
  constructor(first: number) {
    this.#first = first;
  }

  /** @returns ids of the rows that are not to be tried yet */
  resting(): string[] {
    const now = performance.now();
    return [...this.#rows].filter(([, { until }]) => until > now).map(([id]) => id);
  }

  /** @returns how often in a row it has failed */
  failures(id: string): number {
    return this.#rows.get(id)?.failures ?? 0;
  }

  failed(id: string): void {
    const failures = this.failures(id) + 1;
    const rest = Math.min(LONGEST, this.#first * 2 ** (failures - 1));
    this.#rows.set(id, { failures, until: performance.now() + rest });
  }

  succeeded(id: string): void {
    this.#rows.delete(id);
  }

  /** Forgets rows that do not rest and that another instance has settled. @param openIds those that are still open */
  keepOnly(openIds: string[]): void {
    const now = performance.now();
    const open = new Set(openIds);
    for (const [id, { until }] of this.#rows) if (until <= now && !open.has(id)) this.#rows.delete(id);
  }
}
