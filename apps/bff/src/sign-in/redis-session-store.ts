import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { Problem } from '../problem/problem.ts';
import { ATTEMPT_LIFE } from './attempt-cookie.ts';
import { openSealed, seal, type Secrets } from './seal.ts';
import {
  MOURNING,
  type FoundSession,
  type Lifetimes,
  type Session,
  type SessionStore,
} from './session-store.ts';

/** What stands in the place of a session that has ended. */
const ENDED = '';

/** Both steps at once, so that no other instance ends the session between them. */
const SAVE = `
if redis.call('GET', KEYS[1]) == ARGV[3] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;

const END_ALL = `
local time = redis.call('TIME')
redis.call('SET', KEYS[1], time[1] * 1000 + math.floor(time[2] / 1000), 'PX', ARGV[1])
return 1`;

/** Sessions in Redis, for several instances together, sealed with the portal's secrets. The clock is that of Redis. */
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

  async get(id: string): Promise<FoundSession | undefined> {
    const { value, now } = await this.#getWithTime(sessionKey(id));
    const session = value ? this.#read(value, id) : undefined;
    return session && { session, now };
  }

  async save({ id, ...rest }: Session): Promise<void> {
    const value = seal(JSON.stringify(rest), this.#secrets, id);
    await this.#ask(this.#redis.eval(SAVE, 1, sessionKey(id), value, this.#lifetimes.idle, ENDED));
  }

  async destroy(id: string): Promise<void> {
    await this.#ask(this.#redis.set(sessionKey(id), ENDED, 'PX', MOURNING));
  }

  async now(): Promise<number> {
    return toMilliseconds(await this.#ask(this.#redis.time()));
  }

  async endAll(userId: string): Promise<void> {
    await this.#ask(this.#redis.eval(END_ALL, 1, endedKey(userId), this.#lifetimes.absolute));
  }

  async isOver(userId: string, since: number): Promise<boolean> {
    const { value: endedAt, now } = await this.#getWithTime(endedKey(userId));
    return now - since > this.#lifetimes.absolute || since <= Number(endedAt ?? 0);
  }

  async takeOnce(state: string): Promise<boolean> {
    const key = `portal:sign-in:${createHash('sha256').update(state).digest('base64url')}`;
    return (await this.#ask(this.#redis.set(key, '1', 'PX', ATTEMPT_LIFE, 'NX'))) === 'OK';
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

  /** Both in one round trip. */
  async #getWithTime(key: string): Promise<{ value: string | null; now: number }> {
    const [value, time] = await this.#ask(Promise.all([this.#redis.get(key), this.#redis.time()]));
    return { value, now: toMilliseconds(time) };
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

/** @param time seconds, and microseconds of the second */
const toMilliseconds = ([seconds, microseconds]: readonly (string | number)[]): number =>
  Number(seconds) * 1000 + Math.floor(Number(microseconds) / 1000);

const sessionKey = (id: string) => `portal:session:${id}`;
const endedKey = (userId: string) => `portal:sessions-ended:${userId}`;
