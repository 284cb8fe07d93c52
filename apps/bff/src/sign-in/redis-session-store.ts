import type { Redis } from 'ioredis';
import { Problem } from '../problem/problem.ts';
import { openSealed, seal, type Secrets } from './seal.ts';
import { MOURNING, type Lifetimes, type Session, type SessionStore } from './session-store.ts';

/** What stands in the place of a session that has ended. */
const ENDED = '';

/** Both steps at once, so that no other instance ends the session between them. */
const SAVE = `
if redis.call('GET', KEYS[1]) == ARGV[3] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;

/** By the clock of Redis: those of two instances differ. */
const END_ALL = `
local time = redis.call('TIME')
redis.call('SET', KEYS[1], time[1] * 1000 + math.floor(time[2] / 1000), 'PX', ARGV[1])
return 1`;

/** Sessions in Redis, for several instances together, sealed with the portal's secrets. */
export class RedisSessionStore implements SessionStore {
  readonly #redis: Redis;
  readonly #secrets: Secrets;
  readonly #lifetimes: Lifetimes;

  /** @param redis fails at once when there is no connection; closed with the store */
  constructor(redis: Redis, secrets: Secrets, lifetimes: Lifetimes) {
    this.#redis = redis;
    this.#secrets = secrets;
    this.#lifetimes = lifetimes;
  }

  async get(id: string): Promise<Session | undefined> {
    const value = await this.#ask(this.#redis.get(sessionKey(id)));
    return value ? this.#read(value, id) : undefined;
  }

  async save({ id, ...rest }: Session): Promise<void> {
    const value = seal(JSON.stringify(rest), this.#secrets, id);
    await this.#ask(this.#redis.eval(SAVE, 1, sessionKey(id), value, this.#lifetimes.idle, ENDED));
  }

  async destroy(id: string): Promise<void> {
    await this.#ask(this.#redis.set(sessionKey(id), ENDED, 'PX', MOURNING));
  }

  async now(): Promise<number> {
    const [seconds = 0, microseconds = 0] = await this.#ask(this.#redis.time());
    return Number(seconds) * 1000 + Math.floor(Number(microseconds) / 1000);
  }

  async endAll(userId: string): Promise<void> {
    await this.#ask(this.#redis.eval(END_ALL, 1, endedKey(userId), this.#lifetimes.absolute));
  }

  async isOver(userId: string, signedInAt: number): Promise<boolean> {
    const endedAt = await this.#ask(this.#redis.get(endedKey(userId)));
    return Date.now() - signedInAt > this.#lifetimes.absolute || signedInAt <= Number(endedAt ?? 0);
  }

  /** They are all instances' together, and to count them is to look at each key. */
  kept(): undefined {}

  async check(): Promise<void> {
    await this.#ask(this.#redis.ping());
  }

  async close(): Promise<void> {
    this.#redis.disconnect();
  }

  #read(value: string, id: string): Session | undefined {
    const opened = openSealed(value, this.#secrets, id);
    return opened === undefined ? undefined : { ...(JSON.parse(opened) as Omit<Session, 'id'>), id };
  }

  async #ask<Answer>(command: Promise<Answer>): Promise<Answer> {
    try {
      return await command;
    } catch (cause) {
      throw new Problem('session.unavailable', 'The portal cannot look up sessions. Try again in a moment.', {
        cause,
        retryAfter: 2,
      });
    }
  }
}

const sessionKey = (id: string) => `portal:session:${id}`;
const endedKey = (userId: string) => `portal:sessions-ended:${userId}`;
