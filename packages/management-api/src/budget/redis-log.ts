import { randomUUID } from 'node:crypto';
import { ceilingFor, paceOf, type BudgetLimit } from './ceilings.ts';
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
    this.#keys = ['requests', 'due', 'instances'].map((name) => `{${settings.prefix}}:${name}`);
  }

  async take(priority: Priority): Promise<Slot | number> {
    const { budget, longest } = this.#settings;
    const { total, isPaced } = ceilingFor(priority, budget);
    const { interval, credit } = paceOf(budget);
    const request = `${this.#instance}:${(this.#taken += 1)}`;
    const paced = isPaced ? 1 : 0;
    const reply = this.#eval(TAKE, request, total, budget.window, longest, paced, interval, credit);
    // Unsettled, a request only counts for longer; so it may stay so in a Redis that is gone by now.
    const giveBack = () => void this.#eval(GIVE_BACK, request).catch(() => undefined);
    const settle = () => void this.#eval(SETTLE, request, budget.window).catch(() => undefined);
    try {
      const [isTaken, wait] = (await inTime(reply)) as [number, number];
      return isTaken ? { settle, giveBack } : wait;
    } catch (error) {
      reply.then(giveBack, () => undefined);
      throw error;
    }
  }

  /** Says that this instance lives. @returns how many do, and how many requests count now */
  async beat(silence: number): Promise<{ instances: number; used: number }> {
    const [instances, used] = (await inTime(this.#eval(BEAT, this.#instance, silence))) as [number, number];
    return { instances, used };
  }

  async leave(): Promise<void> {
    await inTime(this.#eval(LEAVE, this.#instance)).catch(() => undefined);
  }

  #eval(script: string, ...args: (string | number)[]): Promise<unknown> {
    return this.#settings.redis.eval(script, this.#keys.length, ...this.#keys, ...args);
  }
}

/** @throws Error when it takes too long; an answer that is there but was not read, for want of time, counts as one */
async function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    const fail = () => reject(new Error(`Redis did not answer within ${PATIENCE} ms`));
    timer = setTimeout(() => setImmediate(fail), PATIENCE);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
