import { LRUCache } from 'lru-cache';
import { ATTEMPT_LIFE } from './attempt-cookie.ts';
import {
  MOURNING,
  type FoundSession,
  type Lifetimes,
  type Session,
  type SessionStore,
} from './session-store.ts';

/** Sessions in the process: bounded, and gone with it. */
export class MemorySessionStore implements SessionStore {
  readonly #absolute: number;
  readonly #sessions: LRUCache<string, Session>;
  readonly #ended: LRUCache<string, true>;
  /** Person → when all of their sessions were ended. */
  readonly #endedAt: LRUCache<string, number>;
  readonly #taken: LRUCache<string, true>;
  /** Marks that were set before are forgotten. */
  readonly #startedAt = clock();

  constructor({ idle, absolute }: Lifetimes, max = 100_000) {
    this.#absolute = absolute;
    this.#sessions = new LRUCache({ max, ttl: idle });
    this.#ended = new LRUCache({ max, ttl: MOURNING });
    this.#endedAt = new LRUCache({ max, ttl: absolute });
    this.#taken = new LRUCache({ max, ttl: ATTEMPT_LIFE });
  }

  async get(id: string): Promise<FoundSession | undefined> {
    const session = this.#sessions.get(id);
    return session && { session, now: clock() };
  }

  async save(session: Session): Promise<void> {
    if (!this.#ended.has(session.id)) this.#sessions.set(session.id, session);
  }

  async destroy(id: string): Promise<void> {
    this.#sessions.delete(id);
    this.#ended.set(id, true);
  }

  async now(): Promise<number> {
    return clock();
  }

  async endAll(userId: string): Promise<void> {
    this.#endedAt.set(userId, clock());
  }

  async isOver(userId: string, since: number): Promise<boolean> {
    return clock() - since > this.#absolute || since <= (this.#endedAt.get(userId) ?? 0);
  }

  async takeOnce(state: string, startedAt: number): Promise<boolean> {
    if (startedAt < this.#startedAt || this.#taken.has(state)) return false;
    this.#taken.set(state, true);
    return true;
  }

  kept(): number {
    this.#sessions.purgeStale();
    return this.#sessions.size;
  }

  async check(): Promise<void> {}

  async close(): Promise<void> {}
}

/** Does not jump when somebody sets the machine's clock. */
const clock = (): number => Math.floor(performance.timeOrigin + performance.now());
