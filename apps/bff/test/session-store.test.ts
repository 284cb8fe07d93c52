import { Redis } from 'ioredis';
import { afterAll, afterEach, describe, expect, inject, it, vi } from 'vitest';
import { connectRedis } from '../src/redis/connect.ts';
import { MemorySessionStore } from '../src/sign-in/memory-session-store.ts';
import { RedisSessionStore } from '../src/sign-in/redis-session-store.ts';
import type { Secrets } from '../src/sign-in/seal.ts';
import { LIFETIMES, type Lifetimes, type Session, type SessionStore } from '../src/sign-in/session-store.ts';
import { describeWithRedis, startRedis } from './harness/redis.ts';

const redisUrl = inject('redis') === undefined ? undefined : (await startRedis()).url;
const byHand = new Redis(redisUrl ?? '', { lazyConnect: true });
const open: SessionStore[] = [];
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(open.splice(0).map((store) => store.close()));
  if (redisUrl) await byHand.flushall();
});
afterAll(() => byHand.disconnect());

const SECRET = 'a-session-secret-of-more-than-32-characters';
const HOUR = 3_600_000;
const data = {
  userId: 'MARKED-PERSON',
  mayBeStaff: false,
  signedInAt: 1,
  refreshToken: 'MARKED-REFRESH-TOKEN',
};
const session = (id: string): Session => ({ ...data, id });

const inRedis = async (lifetimes: Lifetimes = LIFETIMES, secrets: Secrets = [SECRET]) => {
  const store = new RedisSessionStore(await connectRedis(new URL(redisUrl ?? '')), secrets, lifetimes);
  open.push(store);
  return store;
};

describe.each([
  [
    'in the process',
    async (lifetimes: Lifetimes): Promise<SessionStore> => new MemorySessionStore(lifetimes),
  ],
  ...(redisUrl ? [['in Redis', inRedis] as const] : []),
] as const)('sessions %s', (_name, make) => {
  it('end after a time without a request', async () => {
    const [store, patient] = [await make({ ...LIFETIMES, idle: 50 }), await make(LIFETIMES)];
    await store.save(session('a'));
    await patient.save(session('b'));
    await vi.waitFor(async () => expect(await store.get('a')).toBeUndefined());
    expect(await patient.get('b')).toMatchObject({ session: data });
  });

  // Attack: a session is kept alive for weeks by a script that asks for something every minute.
  it('end twelve hours after sign-in, however busy', async () => {
    const store = await make(LIFETIMES);
    const now = await store.now();
    expect(await store.isOver('u1', now - 11.9 * HOUR)).toBe(false);
    expect(await store.isOver('u1', now - 12.1 * HOUR)).toBe(true);
  });

  it('that were ended are not brought back by a late save', async () => {
    const store = await make(LIFETIMES);
    await store.save(session('a'));
    await store.destroy('a');
    await store.save(session('a'));
    expect(await store.get('a')).toBeUndefined();
  });

  // Attack: a person signs out everywhere; whoever has a copy of an older cookie goes on.
  it('end all at once for one person, and for nobody else', async () => {
    const store = await make(LIFETIMES);
    const before = await store.now();
    expect(await store.isOver('u1', before)).toBe(false);
    await store.endAll('u1');
    expect(await store.isOver('u1', before)).toBe(true);
    expect(await store.isOver('u2', before)).toBe(false);
    const after = await vi.waitUntil(async () => {
      const now = await store.now();
      return now > before + 1 && now;
    });
    expect(await store.isOver('u1', after)).toBe(false);
  });

  // Attack: one callback is used twice.
  it('take a sign-in once', async () => {
    const store = await make(LIFETIMES);
    const startedAt = await store.now();
    expect(await store.takeOnce('one', startedAt)).toBe(true);
    expect(await store.takeOnce('one', startedAt)).toBe(false);
    expect(await store.takeOnce('other', startedAt)).toBe(true);
  });

  // The clock of this machine is put 13 hours ahead, or back, or that of one instance always was.
  it.each([13 * HOUR, -13 * HOUR])('do not go by the clock of the machine: %i ms', async (ahead) => {
    const store = await make(LIFETIMES);
    const signedInAt = await store.now();
    await store.save({ ...session('a'), signedInAt });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ahead });
    expect(await store.isOver('u1', signedInAt)).toBe(false);
    const found = await store.get('a');
    expect(found!.now - signedInAt).toBeLessThan(HOUR);
    expect(found!.now).toBeGreaterThanOrEqual(signedInAt);
    await store.endAll('u1');
    expect(await store.isOver('u1', signedInAt)).toBe(true);
  });
});

describe('sessions in the process', () => {
  // Attack: somebody signs in over and over until the process has no memory left.
  it('are bounded: the longest unused goes first', async () => {
    const store = new MemorySessionStore(LIFETIMES, 2);
    for (const id of ['a', 'b', 'c']) await store.save(session(id));
    expect(await store.get('a')).toBeUndefined();
    expect(await store.get('b')).toMatchObject({ session: data });
    expect(await store.get('c')).toMatchObject({ session: data });
  });

  // Attack: a code is held back until the process was restarted, which has forgotten who signed out everywhere.
  it('take no sign-in that was started before the process', async () => {
    const store = new MemorySessionStore(LIFETIMES);
    expect(await store.takeOnce('old', (await store.now()) - 1_000)).toBe(false);
  });
});

describeWithRedis('sessions in Redis', () => {
  it('are shared', async () => {
    const [one, other] = [await inRedis(), await inRedis()];
    await one.save(session('a'));
    expect(await other.get('a')).toMatchObject({ session: data });
    await other.destroy('a');
    await one.save(session('a'));
    expect(await one.get('a')).toBeUndefined();
  });

  // Attack: two instances, the clock of one a minute slow; a session that began on the other outlives the order.
  it('end all at once, whatever the clock of the instance', async () => {
    const [one, other] = [await inRedis(), await inRedis()];
    const signedInAt = await one.now();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 60_000 });
    await other.endAll('u1');
    expect(await one.isOver('u1', signedInAt)).toBe(true);
  });

  it('leave nothing behind that never ends', async () => {
    const store = await inRedis();
    await store.save(session('a'));
    await store.save(session('b'));
    await store.destroy('b');
    await store.endAll('u1');
    const keys = await byHand.keys('*');
    expect(keys).toHaveLength(3);
    for (const key of keys) expect(await byHand.pttl(key)).toBeGreaterThan(0);
  });

  // Attack: somebody who can read Redis, or a copy of it, looks for tokens and people.
  it('cannot be read in it', async () => {
    await (await inRedis()).save(session('a'));
    const stored = await byHand.get('portal:session:a');
    for (const text of [stored, Buffer.from(stored!, 'base64').toString('latin1')]) {
      expect(text).not.toMatch(/MARKED|userId/);
    }
  });

  // Attack: somebody who can write to Redis makes themself another person, or an admin's session their own.
  it.each<[string, (value: string) => string]>([
    ['moved to another id', (value) => value],
    ['written by hand', () => JSON.stringify(data)],
    ['changed in one bit', (value) => value.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))],
    ['cut', (value) => value.slice(0, 40)],
    ['with a shorter tag', (value) => value.slice(0, 20)],
    ['empty but for a space', () => ' '],
  ])('are none when %s', async (name, change) => {
    const store = await inRedis();
    await store.save(session('a'));
    const id = name.startsWith('moved') ? 'b' : 'a';
    await byHand.set(`portal:session:${id}`, change((await byHand.get('portal:session:a'))!));
    expect(await store.get(id)).toBeUndefined();
  });

  it('are opened by a former secret too, and sealed by the first', async () => {
    const former = SECRET.toUpperCase();
    await (await inRedis(LIFETIMES, [former])).save(session('a'));
    const both = await inRedis(LIFETIMES, [SECRET, former]);
    expect(await both.get('a')).toMatchObject({ session: data });
    await both.save(session('a'));
    expect(await (await inRedis()).get('a')).toMatchObject({ session: data });
  });

  it('are none under another secret', async () => {
    await (await inRedis()).save(session('a'));
    expect(await (await inRedis(LIFETIMES, [SECRET.toUpperCase()])).get('a')).toBeUndefined();
  });
});
