import { LRUCache } from 'lru-cache';

/** Milliseconds. Nothing is ever changed by what is kept here, only shown. */
const LIFE = 15 * 60_000;

/** What Logto said last, for people to look at while it cannot be asked. */
export class LastKnown<Value extends object> {
  readonly #values: LRUCache<string, { value: Value; at: Date }>;
  #changes = 0;

  /** @param max values kept at the most; the longest unused goes first */
  constructor(max: number) {
    this.#values = new LRUCache({ max, ttl: LIFE });
  }

  get(key: string): { value: Value; at: Date } | undefined {
    return this.#values.get(key);
  }

  /** Keeps what is read, unless something has changed since it was asked for. @returns what is read */
  async keep<Read extends Value | undefined>(key: string, read: () => Promise<Read>): Promise<Read> {
    const changes = this.#changes;
    const value = await read();
    if (!value) this.#values.delete(key);
    else if (changes === this.#changes) this.#values.set(key, { value, at: new Date() });
    return value;
  }

  forget(key: string): void {
    this.#changes += 1;
    this.#values.delete(key);
  }

  forgetAll(): void {
    this.#changes += 1;
    this.#values.clear();
  }
}
