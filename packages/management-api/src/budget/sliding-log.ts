import { PACE_SHARE, ceilingFor, type BudgetLimit } from './ceilings.ts';
import type { Ledger, Slot } from './ledger.ts';
import type { Priority } from './priority.ts';

/**
 * The budget of this process: what is under way, and when what was answered lately was answered. A request counts
 * from being sent until a window after its answer, because Logto counts it at some moment in between; so no window of
 * Logto's can hold more than `limit`, however long anything takes to get there. Holds at most `limit` numbers.
 */
export class SlidingLog implements Ledger {
  readonly #budget: BudgetLimit;
  readonly #answered: number[] = [];
  readonly #taken: number[] = [];
  #underWay = 0;

  constructor(budget: BudgetLimit) {
    this.#budget = budget;
  }

  take(priority: Priority): Slot | number {
    const { limit, window } = this.#budget;
    const { total, pace } = ceilingFor(priority, limit);
    const now = performance.now();
    dropUntil(this.#answered, now - window);
    dropUntil(this.#taken, now - window * PACE_SHARE);
    const over = this.#underWay + this.#answered.length - total;
    if (over >= 0) return (this.#answered[over] ?? now) + window - now;
    const ahead = this.#taken.length - pace;
    if (ahead >= 0) return this.#taken[ahead]! + window * PACE_SHARE - now;

    this.#underWay += 1;
    this.#taken.push(now);
    return {
      settle: () => {
        this.#underWay -= 1;
        this.#answered.push(performance.now());
      },
      giveBack: () => {
        this.#underWay -= 1;
        const at = this.#taken.indexOf(now);
        if (at >= 0) this.#taken.splice(at, 1);
      },
    };
  }

  /** Counts `requests` that were sent elsewhere until now. */
  occupy(requests: number): void {
    const now = performance.now();
    for (let sent = 0; sent < requests; sent += 1) this.#answered.push(now);
  }
}

/** `times` are in order. */
function dropUntil(times: number[], end: number): void {
  let gone = 0;
  while (gone < times.length && times[gone]! <= end) gone += 1;
  if (gone > 0) times.splice(0, gone);
}
