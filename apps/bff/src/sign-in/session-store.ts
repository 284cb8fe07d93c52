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
  /** Milliseconds since the epoch. */
  readonly signedInAt: number;
  /** Milliseconds since the epoch: when its end was last put off, if ever. */
  readonly touchedAt?: number;
  /** Kept to be taken back at sign-out, and for nothing else: who somebody is is asked of the Management API. */
  readonly refreshToken?: string | undefined;
}

/**
 * Where sessions are kept. One that has ended stays ended: a request that was under way may save it once more, and must
 * not bring it back. What cannot be reached rejects with `session.unavailable`.
 */
export interface SessionStore {
  /** @returns nothing for one that has ended, or never was */
  get(id: string): Promise<Session | undefined>;
  /** Keeps it for its idle lifetime from now on. */
  save(session: Session): Promise<void>;
  /** Ends it. */
  destroy(id: string): Promise<void>;
  /** @returns now, in milliseconds since the epoch by the clock that all who share the store go by */
  now(): Promise<number>;
  /** Ends all sessions of somebody that have begun until now, in whatever browser. */
  endAll(userId: string): Promise<void>;
  /** @returns whether a session of somebody that began then is over, however busy */
  isOver(userId: string, signedInAt: number): Promise<boolean>;
  /** @returns how many there are, where that is known without asking */
  kept(): number | undefined;
  /** Resolves when sessions can be read. */
  check(): Promise<void>;
  close(): Promise<void>;
}
