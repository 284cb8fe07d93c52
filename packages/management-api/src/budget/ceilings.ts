import type { Priority } from './priority.ts';

/** At most `limit` requests in any `window`. */
export interface BudgetLimit {
  limit: number;
  /** Milliseconds. */
  window: number;
}

/** What one priority may take of the budget. */
export interface Ceiling {
  /** Requests in any window, those of everybody counted. */
  total: number;
  /** Whether it keeps to the pace. */
  isPaced: boolean;
}

/** Evenly spread requests: `interval` milliseconds apart, and what was late is caught up with for `credit` milliseconds. */
export interface Pace {
  interval: number;
  credit: number;
}

/** Share of the budget that bulk work leaves to people. */
const RESERVE = 0.02;
/** How much faster than evenly, so that the budget is used up in spite of the waiting in between. */
const HASTE = 1.02;
/** Share of the window. */
const CREDIT = 1 / 10;

/**
 * People may take what there is, at once. Bulk work is spread over the window, because what is taken at once comes
 * back at once, a whole window later, and till then people would wait; and it never takes the last of it, so that
 * a request that comes back goes to people first, at whichever instance they are.
 */
export function ceilingFor(priority: Priority, { limit }: BudgetLimit): Ceiling {
  if (priority === 'people') return { total: limit, isPaced: false };
  return { total: Math.max(1, limit - Math.max(1, Math.round(limit * RESERVE))), isPaced: true };
}

export function paceOf({ limit, window }: BudgetLimit): Pace {
  return { interval: window / limit / HASTE, credit: window * CREDIT };
}
