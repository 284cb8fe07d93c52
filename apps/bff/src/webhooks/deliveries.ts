import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** Milliseconds between what happened and its delivery, at the most; Logto's retries take seconds. */
const FRESH = 300_000;
/** Milliseconds that Logto's clock may be ahead. */
const SKEW = 60_000;

/** Tells a delivery that is new from one that is old, or was here before. */
export class Deliveries {
  /** As long as a delivery can be fresh; signed ones only, so nobody but Logto can fill it. */
  readonly #seen = new LRUCache<string, true>({ max: 50_000, ttl: FRESH + SKEW });

  /**
   * Takes a delivery once.
   * @param body as it came
   * @param createdAt of the payload, ISO 8601
   * @returns whether it may be acted on: a captured delivery that is sent again may not
   */
  take(body: Buffer, createdAt: string, now = Date.now()): boolean {
    const age = now - Date.parse(createdAt);
    if (!(age <= FRESH && age >= -SKEW)) return false;
    const digest = createHash('sha256').update(body).digest('base64');
    if (this.#seen.has(digest)) return false;
    this.#seen.set(digest, true);
    return true;
  }
}
