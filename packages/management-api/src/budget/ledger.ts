import type { Priority } from './priority.ts';

/** One request that the budget has room for. */
export interface Slot {
  /** Logto has answered, or never will: it has counted the request by now, so the window begins. */
  settle(): void;
  /** Nothing was sent. */
  giveBack(): void;
}

/** Knows what has been sent lately, and so whether one more may be. */
export interface Ledger {
  /** @returns a slot, or the milliseconds after which to ask again */
  take(priority: Priority): Slot | number | Promise<Slot | number>;
}
