import { demo } from '@org-portal/dev-logto';
import { describe, expect, inject, it, vi } from 'vitest';
import { startPortal } from './harness/portal.ts';
import { startRedis } from './harness/redis.ts';

const { halden } = demo.organizations;
const { admin } = demo.users;

it(
  'a budget that is used up ends in 429, with the time after which to come again',
  { timeout: 20_000 },
  async () => {
    const portal = await startPortal({ LOGTO_BUDGET: '12' });
    const browser = await portal.signIn(admin);
    portal.logto.calls.reset();
    const pages = await Promise.all(
      Array.from({ length: 20 }, (_, page) =>
        browser.get(`/api/organizations/${halden}/members?page=${page + 1}`),
      ),
    );
    const refused = pages.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(portal.logto.calls.total).toBeLessThanOrEqual(12);
    for (const reply of refused) {
      expect(reply.headers.get('retry-after')).toBe('10');
      expect(await reply.json()).toMatchObject({ code: 'request.rate_limited' });
    }
  },
);

describe.skipIf(inject('redis') === undefined)('over Redis', () => {
  it(
    'two BFFs keep to one budget; without Redis each says that it is alone',
    { timeout: 30_000 },
    async () => {
      const redis = await startRedis();
      const portal = await startPortal({ LOGTO_BUDGET: '100', REDIS_URL: redis.url });
      const other = await portal.another();
      const readiness = async (origin: string) => (await fetch(`${origin}/readyz`)).json();
      expect(await readiness(portal.origin)).toEqual({
        status: 'ok',
        parts: { sessions: 'ok', logto: 'ok', database: 'ok', budget: 'ok' },
      });
      await redis.stop();
      for (const origin of [portal.origin, other]) {
        await vi.waitFor(
          async () => expect(await readiness(origin)).toMatchObject({ budget: 'alone' }),
          5_000,
        );
      }
      expect(portal.log()).toContain('this instance keeps to its share of the budget');
      await redis.start();
      for (const origin of [portal.origin, other]) {
        await vi.waitFor(
          async () =>
            expect(await readiness(origin)).toMatchObject({
              status: 'ok',
              budget: 'returning',
              parts: { budget: 'returning' },
            }),
          10_000,
        );
      }
    },
  );
});
