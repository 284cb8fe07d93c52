import { LRUCache } from 'lru-cache';
import type { CacheObserver } from '../observability/metrics.ts';

interface Bounds {
  /** Milliseconds that a value is kept. */
  life: number;
  /** Values kept at the most; the longest unused goes first. */
  max: number;
}

/**
 * Values that are loaded when they are asked for, once for all who ask at the same time, and kept for a short time.
 * A failure is not kept. `forget` also cuts off a load that is under way: who asks afterwards starts a new one.
 */
export class ExpiringMap<Value> {
  readonly #values: LRUCache<string, Promise<Value>>;
  readonly #load: (key: string) => Promise<Value>;
  readonly #observe: CacheObserver | undefined;

  /** @param observe told of each `get` whether the value was there, or under way */
  constructor({ life, max }: Bounds, load: (key: string) => Promise<Value>, observe?: CacheObserver) {
    this.#observe = observe;
    this.#values = new LRUCache({ max, ttl: life });
    this.#load = load;
  }

  get(key: string): Promise<Value> {
    const kept = this.#values.get(key);
    this.#observe?.(kept !== undefined);
    if (kept) return kept;
    const value = this.#load(key);
    this.#values.set(key, value);
    value.catch(() => {
      if (this.#values.peek(key) === value) this.#values.delete(key);
    });
    return value;
  }

  forget(key: string): void {
    this.#values.delete(key);
  }

  forgetAll(): void {
    this.#values.clear();
  }
}
