/** Milliseconds. */
export interface Lifetimes {
  /** Without a request, after which a session ends. */
  idle: number;
  /** After which it ends in any case. */
  absolute: number;
}

export const LIFETIMES: Lifetimes = { idle: 30 * 60_000, absolute: 12 * 3_600_000 };

/** How long an ended session is remembered, in milliseconds: longer than any request takes. */
export const MOURNING = 300_000;

/** What is kept of somebody who is signed in. */
export interface Session {
  readonly id: string;
  readonly userId: string;
  readonly mayBeStaff: boolean;
  /** Milliseconds since the epoch, by the store's clock. */
  readonly signedInAt: number;
  /** Milliseconds since the epoch, by the store's clock: when its end was last put off, if ever. */
  readonly touchedAt?: number;
  /** Kept to be taken back at sign-out, and for nothing else: who somebody is is asked of the Management API. */
  readonly refreshToken?: string | undefined;
}

/** A session, and the time by the store's clock when it was read. */
export interface FoundSession {
  readonly session: Session;
  readonly now: number;
}

/**
 * Where sessions are kept. One that has ended stays ended: a request that was under way may save it once more, and must
 * not bring it back. Every time in it is by one clock, the store's, because the clocks of two instances differ.
 * When the store cannot be reached, every method rejects with Problem `session.unavailable`.
 */
export interface SessionStore {
  /** @returns nothing for one that has ended, or never was */
  get(id: string): Promise<FoundSession | undefined>;
  /** Keeps it for its idle lifetime from now on. */
  save(session: Session): Promise<void>;
  /** Ends it. */
  destroy(id: string): Promise<void>;
  /** @returns now, in milliseconds since the epoch by the store's clock */
  now(): Promise<number>;
  /**
   * Marks a person: all their sessions that began until now are over, in every browser, and so is every sign-in that
   * was started until now and is not finished.
   */
  endAll(userId: string): Promise<void>;
  /** @returns whether a session of this person that began then, or a sign-in that was started then, is over */
  isOver(userId: string, since: number): Promise<boolean>;
  /**
   * Takes a sign-in that was started then.
   * @returns false when it was taken before, or is older than what this store remembers of people's marks
   */
  takeOnce(state: string, startedAt: number): Promise<boolean>;
  /** @returns how many there are, where that is known without asking */
  kept(): number | undefined;
  /** Resolves when sessions can be read. */
  check(): Promise<void>;
  close(): Promise<void>;
}
