import { LRUCache } from 'lru-cache';
import { MOURNING, type Lifetimes, type Session, type SessionStore } from './session-store.ts';

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

  async get(id: string): Promise<Session | undefined> {
    return this.#sessions.get(id);
  }

  async save(session: Session): Promise<void> {
    if (!this.#ended.has(session.id)) this.#sessions.set(session.id, session);
  }

  async destroy(id: string): Promise<void> {
    this.#sessions.delete(id);
    this.#ended.set(id, true);
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
