import { expect, it } from 'vitest';
import { startUpstream } from '../upstream.ts';
import { busiest } from './busiest.ts';

const LIMIT = 100;
/** Windows over which the use of the budget is measured. */
const WINDOWS = 2;

it.each([
  ['people', 3_000],
  // What its schedule loses to the waiting in between is a smaller share of a longer window.
  ['bulk', 5_000],
] as const)(
  '5,000 calls offered at once (%s): never more than the limit in any window, 95 of 100 of it used',
  { timeout: 30_000 },
  async (priority, window) => {
    const { api, seen } = await startUpstream({
      budget: { limit: LIMIT, window, patience: { people: 60_000 } },
    });
    const stop = new AbortController();
    const calls = api.with({ priority, signal: stop.signal });
    const results = Promise.allSettled(
      Array.from({ length: 5_000 }, (_, index) => calls.users.get(`u${index}`)),
    );

    await expect.poll(() => seen.length, { timeout: 25_000 }).toBeGreaterThan(LIMIT * (WINDOWS + 0.2));
    stop.abort();
    await results;
    const times = seen.map(({ at }) => at);
    const used = times.filter((at) => at < times[0]! + window * WINDOWS).length / (LIMIT * WINDOWS);
    const most = busiest(times, window);
    console.log(`${priority}: at most ${most} in any window, ${(used * 100).toFixed(1)} % used`);
    expect(most).toBeLessThanOrEqual(LIMIT);
    expect(used).toBeGreaterThanOrEqual(0.95);
  },
);

it(
  'however long a request takes to arrive, no window of Logto’s holds more',
  { timeout: 20_000 },
  async () => {
    // Logto counts a request when it gets to it, here after up to 600 ms.
    const counted: number[] = [];
    const { api } = await startUpstream({
      budget: { limit: 20, window: 500, patience: { people: 60_000 } },
      api: (_request, reply) =>
        setTimeout(() => {
          counted.push(performance.now());
          reply.writeHead(204).end();
        }, Math.random() * 600),
    });
    await Promise.all(Array.from({ length: 100 }, () => api.members.remove('o1', 'u1')));
    counted.sort((one, other) => one - other);
    expect(busiest(counted, 500)).toBeLessThanOrEqual(20);
  },
);

it('token requests count', async () => {
  const { api, seen } = await startUpstream({
    budget: { limit: 2, window: 300, patience: { people: 60_000 } },
  });
  await Promise.all([1, 2, 3].map((one) => api.users.get(`u${one}`)));
  expect(
    busiest(
      seen.map(({ at }) => at),
      300,
    ),
  ).toBe(2);
});

it.each([
  ['https://abc123.logto.app', 200, 'own'],
  ['https://logto.example.com', 0, 'off'],
  ['https://evil-logto.app', 0, 'off'],
] as const)('without a setting, %s has the limit %i', async (endpoint, limit, sharing) => {
  const { connect } = await startUpstream();
  expect(connect({ endpoint: new URL(endpoint) }).budgetState()).toMatchObject({ limit, sharing });
});
