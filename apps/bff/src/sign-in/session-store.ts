import type { Session } from 'fastify';
import { LRUCache } from 'lru-cache';

type Done = (error: Error | null, session?: Session | null) => void;

/** Milliseconds; longer than any request takes. */
const MOURNING = 300_000;

/** Sessions in the process: bounded, and gone after `idle` milliseconds without a request. */
export class MemorySessionStore {
  readonly #sessions: LRUCache<string, Session>;
  /** A request that was under way when its session ended saves it once more, and must not bring it back. */
  readonly #ended: LRUCache<string, true>;

  constructor(idle: number, max = 100_000) {
    this.#sessions = new LRUCache({ max, ttl: idle });
    this.#ended = new LRUCache({ max, ttl: MOURNING });
  }

  set(id: string, session: Session, done: (error?: Error) => void): void {
    if (!this.#ended.has(id)) this.#sessions.set(id, session);
    done();
  }

  get(id: string, done: Done): void {
    done(null, this.#sessions.get(id) ?? null);
  }

  destroy(id: string, done: (error?: Error) => void): void {
    this.#sessions.delete(id);
    this.#ended.set(id, true);
    done();
  }
}
