import { describe, expect, it } from 'vitest';
import type { BudgetState, ManagementApi } from '@org-portal/management-api';
import { startUpstream } from '../upstream.ts';
import { busiest } from './busiest.ts';
import { hasRedis, startRedis } from './redis.ts';

const LIMIT = 100;
const WINDOW = 2_000;
const patience = { people: 60_000 };

/** Offers more calls than there is time for, until the test ends them. */
function offer(clients: ManagementApi[], calls: number) {
  const stop = new AbortController();
  const results = Promise.allSettled(
    Array.from({ length: calls }, (_, index) =>
      clients[index % clients.length]!.with({ signal: stop.signal }).users.get(`u${index}`),
    ),
  );
  return async () => {
    stop.abort();
    return results;
  };
}

describe.skipIf(!hasRedis)('over one Redis', () => {
  it.each([1, 2, 4])(
    '5,000 calls offered at once to %i: never more than the limit together, 95 of 100 of it used',
    { timeout: 30_000 },
    async (instances) => {
      const redis = await startRedis();
      const { connect, seen } = await startUpstream();
      const clients = await Promise.all(
        Array.from({ length: instances }, async () =>
          connect({ budget: { limit: LIMIT, window: WINDOW, patience, redis: await redis.connect() } }),
        ),
      );
      const stop = offer(clients, 5_000);
      await expect.poll(() => seen.length, { timeout: 20_000 }).toBeGreaterThan(LIMIT * 2.5);
      const times = seen.map(({ at }) => at);
      await stop();
      const used = times.filter((at) => at < times[0]! + WINDOW * 2).length / (LIMIT * 2);
      const most = busiest(times, WINDOW);
      console.log(`${instances}: at most ${most} in any window, ${(used * 100).toFixed(1)} % used`);
      expect(most).toBeLessThanOrEqual(LIMIT);
      expect(used).toBeGreaterThanOrEqual(0.95);
    },
  );

  it.each(['stop', 'freeze'] as const)(
    'Redis gone (%s): each keeps to its share and says so, and all share again once it is back',
    { timeout: 30_000 },
    async (how) => {
      const window = 1_000;
      const limit = 40;
      const redis = await startRedis();
      const { connect, seen } = await startUpstream();
      const told: BudgetState[][] = [[], []];
      const clients = await Promise.all(
        told.map(async (states) =>
          connect({
            budget: { limit, window, patience, redis: await redis.connect() },
            onBudget: (state) => states.push(state),
          }),
        ),
      );
      const sharing = () => clients.map((client) => client.budgetState().sharing);
      await expect.poll(() => clients.map((client) => client.budgetState().instances)).toEqual([2, 2]);

      const stop = offer(clients, 5_000);
      await expect.poll(() => seen.length, { timeout: 5_000 }).toBeGreaterThan(limit);
      if (how === 'stop') await redis.stop();
      else redis.freeze();
      await expect.poll(sharing, { timeout: 4_000 }).toEqual(['alone', 'alone']);
      expect(clients.map((client) => client.budgetState().limit)).toEqual([limit / 2, limit / 2]);
      expect(told.map((states) => states[0])).toMatchObject([
        { sharing: 'alone', cause: expect.any(Error) },
        { sharing: 'alone', cause: expect.any(Error) },
      ]);
      const before = seen.length;
      await expect.poll(() => seen.length, { timeout: 8_000 }).toBeGreaterThan(before + limit * 1.5);

      if (how === 'stop') await redis.start();
      else redis.wake();
      await expect.poll(sharing, { timeout: 4_000 }).not.toContain('alone');
      await expect.poll(sharing, { timeout: 8_000 }).toEqual(['shared', 'shared']);
      const after = seen.length;
      await expect.poll(() => seen.length, { timeout: 8_000 }).toBeGreaterThan(after + limit * 1.5);
      await stop();
      expect(
        busiest(
          seen.map(({ at }) => at),
          window,
        ),
      ).toBeLessThanOrEqual(limit);
      expect(told.map((states) => states.map((state) => state.sharing))).toEqual([
        ['alone', 'returning', 'shared'],
        ['alone', 'returning', 'shared'],
      ]);
    },
  );

  // An instance whose clock is wrong would take off what the others wrote down, if it went by its own.
  it('goes by the clock of Redis', async () => {
    const redis = await startRedis();
    const { connect, seen } = await startUpstream();
    const budget = { limit: 5, window: 60_000, patience: { people: 100 }, redis: await redis.connect() };
    const [one, other] = [connect({ budget }), connect({ budget })];
    await Promise.allSettled(Array.from({ length: 5 }, (_, index) => one.users.get(`u${index}`)));
    const realNow = Date.now;
    Date.now = () => realNow() + 3_600_000;
    try {
      await expect(other.users.get('u6')).rejects.toMatchObject({ code: 'request.rate_limited' });
    } finally {
      Date.now = realNow;
    }
    expect(seen).toHaveLength(5);
  });
});
