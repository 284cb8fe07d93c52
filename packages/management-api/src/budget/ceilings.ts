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
  /** Requests in any `PACE_SHARE` of the window, those of everybody counted. */
  pace: number;
}

/** Share of the window over which bulk work is spread. */
export const PACE_SHARE = 1 / 20;
/** How much faster than evenly bulk work may go, so that the budget is used up in spite of the waiting in between. */
const HASTE = 1.1;
/** Share of the budget that bulk work leaves to people. */
const RESERVE = 0.02;

/**
 * People may take what there is, at once. Bulk work is spread over the window, because what is taken at once comes
 * back at once, a whole window later, and till then people would wait; and it never takes the last of it, so that
 * a request that comes back goes to people first, at whichever instance they are.
 */
export function ceilingFor(priority: Priority, limit: number): Ceiling {
  if (priority === 'people') return { total: limit, pace: Infinity };
  return {
    total: Math.max(1, limit - Math.max(1, Math.round(limit * RESERVE))),
    pace: Math.ceil(limit * PACE_SHARE * HASTE),
  };
}
