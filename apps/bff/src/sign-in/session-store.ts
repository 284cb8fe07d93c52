import type { Session } from 'fastify';
import { LRUCache } from 'lru-cache';

type Done = (error: Error | null, session?: Session | null) => void;

/** Sessions in the process: bounded, and gone after `idle` milliseconds without a request. */
export class MemorySessionStore {
  readonly #sessions: LRUCache<string, Session>;

  constructor(idle: number, max = 100_000) {
    this.#sessions = new LRUCache({ max, ttl: idle });
  }

  set(id: string, session: Session, done: (error?: Error) => void): void {
    this.#sessions.set(id, session);
    done();
  }

  get(id: string, done: Done): void {
    done(null, this.#sessions.get(id) ?? null);
  }

  destroy(id: string, done: (error?: Error) => void): void {
    this.#sessions.delete(id);
    done();
  }
}
