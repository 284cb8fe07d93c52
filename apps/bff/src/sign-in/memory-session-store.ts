import type { Session } from 'fastify';
import { LRUCache } from 'lru-cache';
import { MOURNING, type Lifetimes, type SessionStore } from './session-store.ts';

type Done = (error: Error | null, session?: Session | null) => void;

/** Sessions in the process: bounded, and gone with it. */
export class MemorySessionStore implements SessionStore {
  readonly #absolute: number;
  readonly #sessions: LRUCache<string, Session>;
  readonly #ended: LRUCache<string, true>;
  /** Person → when all of their sessions were ended. */
  readonly #endedAt: LRUCache<string, number>;

  constructor({ idle, absolute }: Lifetimes, max = 100_000) {
    this.#absolute = absolute;
    this.#sessions = new LRUCache({ max, ttl: idle });
    this.#ended = new LRUCache({ max, ttl: MOURNING });
    this.#endedAt = new LRUCache({ max, ttl: absolute });
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

  async now(): Promise<number> {
    return Date.now();
  }

  async endAll(userId: string): Promise<void> {
    this.#endedAt.set(userId, Date.now());
  }

  async isOver(userId: string, signedInAt: number): Promise<boolean> {
    return Date.now() - signedInAt > this.#absolute || signedInAt <= (this.#endedAt.get(userId) ?? 0);
  }

  kept(): number {
    this.#sessions.purgeStale();
    return this.#sessions.size;
  }

  async check(): Promise<void> {}

  async close(): Promise<void> {}
}
