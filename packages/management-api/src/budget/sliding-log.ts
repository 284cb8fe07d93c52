import { ceilingFor, paceOf, type BudgetLimit, type Pace } from './ceilings.ts';
import type { Ledger, Slot } from './ledger.ts';
import type { Priority } from './priority.ts';

/**
 * The budget of this process: what is under way, and when what was answered lately was answered. A request counts
 * from being sent until a window after its answer, because Logto counts it at some moment in between; so no window of
 * Logto's can hold more than `limit`, however long anything takes to get there. Holds at most `limit` numbers.
 */
export class SlidingLog implements Ledger {
  readonly #budget: BudgetLimit;
  readonly #pace: Pace;
  readonly #answered: number[] = [];
  #underWay = 0;
  /** When the next request is due that keeps to the pace. */
  #due = 0;

  constructor(budget: BudgetLimit) {
    this.#budget = budget;
    this.#pace = paceOf(budget);
  }

  take(priority: Priority): Slot | number {
    const { total, isPaced } = ceilingFor(priority, this.#budget);
    const now = performance.now();
    this.#dropUntil(now - this.#budget.window);
    const over = this.#underWay + this.#answered.length - total;
    if (over >= 0) return (this.#answered[over] ?? now) + this.#budget.window - now;
    if (isPaced && this.#due > now) return this.#due - now;

    const { interval, credit } = this.#pace;
    this.#due = Math.min(Math.max(this.#due, now - credit) + interval, now + credit);
    this.#underWay += 1;
    return {
      settle: () => {
        this.#underWay -= 1;
        this.#answered.push(performance.now());
      },
      giveBack: () => {
        this.#underWay -= 1;
      },
    };
  }

  /** Counts `requests` that were sent elsewhere until now. */
  occupy(requests: number): void {
    const now = performance.now();
    for (let sent = 0; sent < requests; sent += 1) this.#answered.push(now);
  }

  #dropUntil(end: number): void {
    const kept = this.#answered.findIndex((time) => time > end);
    this.#answered.splice(0, kept < 0 ? this.#answered.length : kept);
  }
}
