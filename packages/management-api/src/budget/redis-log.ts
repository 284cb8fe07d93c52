import { randomUUID } from 'node:crypto';
import { PACE_SHARE, ceilingFor, type BudgetLimit } from './ceilings.ts';
import type { Ledger, Slot } from './ledger.ts';
import type { Priority } from './priority.ts';
import { BEAT, GIVE_BACK, LEAVE, SETTLE, TAKE } from './redis-scripts.ts';

/** What is used of ioredis; it connects, and connects again, by its owner's settings. */
export interface RedisClient {
  eval(script: string, keys: number, ...args: (string | number)[]): Promise<unknown>;
}

export interface RedisLogSettings {
  redis: RedisClient;
  /** All instances with the same one share the budget. */
  prefix: string;
  budget: BudgetLimit;
  /** Milliseconds that a request may be under way; one whose process ended counts that much longer. */
  longest: number;
}

/** Milliseconds to wait for Redis: somebody is waiting for a page. */
const PATIENCE = 500;

/** The budget that several instances share; see sliding-log.ts for how it counts. Throws what Redis throws. */
export class RedisLog implements Ledger {
  readonly #settings: RedisLogSettings;
  /** In one slot of a cluster, by the braces. */
  readonly #keys: string[];
  readonly #instance = randomUUID();
  #taken = 0;

  constructor(settings: RedisLogSettings) {
    this.#settings = settings;
    this.#keys = ['requests', 'pace', 'instances'].map((name) => `{${settings.prefix}}:${name}`);
  }

  async take(priority: Priority): Promise<Slot | number> {
    const { budget, longest } = this.#settings;
    const { total, pace } = ceilingFor(priority, budget.limit);
    const request = `${this.#instance}:${(this.#taken += 1)}`;
    const span = budget.window * PACE_SHARE;
    const paceOrNone = Number.isFinite(pace) ? pace : Number.MAX_SAFE_INTEGER;
    const reply = this.#run(TAKE, request, total, paceOrNone, budget.window, span, longest);
    const [isTaken, wait] = (await reply) as [number, number];
    if (!isTaken) return wait;
    // Unsettled, a request only counts for longer; so a Redis that is gone by now may stay it.
    return {
      settle: () => void this.#run(SETTLE, request, budget.window).catch(() => undefined),
      giveBack: () => void this.#run(GIVE_BACK, request).catch(() => undefined),
    };
  }

  /** Says that this instance lives. @returns how many do, and how many requests count now */
  async beat(silence: number): Promise<{ instances: number; used: number }> {
    const [instances, used] = (await this.#run(BEAT, this.#instance, silence)) as [number, number];
    return { instances, used };
  }

  async leave(): Promise<void> {
    await this.#run(LEAVE, this.#instance).catch(() => undefined);
  }

  async #run(script: string, ...args: (string | number)[]): Promise<unknown> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`Redis did not answer within ${PATIENCE} ms`)), PATIENCE);
    });
    try {
      return await Promise.race([this.#settings.redis.eval(script, 3, ...this.#keys, ...args), tooLate]);
    } finally {
      clearTimeout(timer);
    }
  }
}
