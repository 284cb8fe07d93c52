import { demo } from '@org-portal/dev-logto';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import type { Browser } from './harness/browser.ts';
import { startPortal } from './harness/portal.ts';
import { startRedis } from './harness/redis.ts';

const program = inject('redis');
const { halden } = demo.organizations;
const { admin, owner, viewer } = demo.users;

const statusOf = async (browser: Browser) => (await browser.get('/api/session')).status;
const unavailable = /^\/signed-out\?problem=session\.unavailable&instance=[\w-]{36}$/;

const expectUnavailable = async (reply: Response) => {
  expect(reply.status).toBe(503);
  expect(reply.headers.get('content-type')).toBe('application/problem+json');
  expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await reply.json()).toMatchObject({ status: 503, code: 'session.unavailable' });
};

if (program === undefined) it.skip('a portal with Redis');

describe.each(program === undefined ? [] : [await startRedis()])('a portal with Redis', async (redis) => {
  const portal = await startPortal({ REDIS_URL: redis.url });
  let isGone = false;
  const stop = async () => {
    isGone = true;
    await redis.stop();
  };
  const start = async () => {
    if (isGone) await redis.start();
    isGone = false;
  };

  describe.each([
    ['is gone', stop, start],
    ['answers nothing', () => redis.freeze(), () => redis.wake()],
  ])('when Redis %s', (_name, lose, recover: () => unknown) => {
    let browser: Browser;
    beforeEach(async () => {
      await vi.waitFor(async () => {
        browser = await portal.signIn(admin);
        expect(await statusOf(browser)).toBe(200);
      }, 5_000);
      await lose();
    });
    afterEach(async () => void (await recover()));

    it('calls are answered soon, with a problem, and nobody is signed out for it', async () => {
      const cookie = await browser.sessionCookie();
      const started = Date.now();
      const reply = await browser.get('/api/session');
      expect(Date.now() - started).toBeLessThan(4_000);
      expect(reply.headers.getSetCookie()).toEqual([]);
      await expectUnavailable(reply);
      expect(await browser.sessionCookie()).toBe(cookie);
    });

    it('changes are refused, and not sent to Logto', async () => {
      portal.logto.calls.reset();
      const path = `/api/organizations/${halden}/members/${viewer}`;
      await expectUnavailable(await browser.call('DELETE', path));
      await expectUnavailable(await browser.call('POST', '/api/session/end-all'));
      expect(portal.logto.calls.total).toBe(0);
    });

    it('signing in and out end on a page that says so', async () => {
      const out = await browser.step('/auth/sign-out', {
        method: 'POST',
        headers: { origin: portal.origin },
      });
      expect(out.headers.get('location')).toMatch(unavailable);
      expect(await browser.sessionCookie()).toBeDefined();
      const page = await portal.visitor().signIn(admin);
      expect(page.url.slice(portal.origin.length)).toMatch(unavailable);
    });

    it('the portal is not ready, and says why', async () => {
      const ready = () => portal.visitor().get('/readyz');
      await vi.waitFor(async () => {
        const reply = await ready();
        expect(reply.status).toBe(503);
        expect(await reply.json()).toEqual({
          status: 'unavailable',
          problem: 'session.unavailable',
          parts: { sessions: 'session.unavailable', logto: 'ok', database: 'ok', budget: 'ok' },
        });
      }, 5_000);
      expect((await portal.visitor().get('/healthz')).status).toBe(200);
      await recover();
      await vi.waitFor(async () => expect((await ready()).status).toBe(200), 5_000);
    });

    it('it recovers by itself', async () => {
      expect(await statusOf(browser)).toBe(503);
      await recover();
      await vi.waitFor(async () => expect(await statusOf(browser)).not.toBe(503), 5_000);
      expect(await statusOf(await portal.signIn(admin))).toBe(200);
    });
  });

  it('a session outlives a Redis that was away for a moment', async () => {
    const browser = await portal.signIn(admin);
    redis.freeze();
    expect(await statusOf(browser)).toBe(503);
    redis.wake();
    await vi.waitFor(async () => expect(await statusOf(browser)).toBe(200), 5_000);
  });

  it('a change that was made is not reported as failed because Redis went away under it', async () => {
    const lifetimes = { idle: 3_000, absolute: 3_600_000 };
    const { signIn, logto } = await startPortal({ REDIS_URL: redis.url }, { lifetimes });
    const browser = await signIn(owner);
    const begun = Date.now();
    // So long that the reply is to put off the session's end.
    await vi.waitUntil(() => Date.now() > begun + lifetimes.idle / 20);
    const path = `/api/organizations/${halden}/members/${viewer}`;
    const isSlow = { kind: 'slow', delayMs: 500 } as const;
    logto.controls.fail('DELETE /api/organizations/{id}/users/{userId}', isSlow);
    const removal = browser.call('DELETE', path);
    await vi.waitFor(() => expect(logto.controls.faults()).toEqual([]));
    redis.freeze();
    expect((await removal).status).toBe(204);
    redis.wake();
  });

  it('a portal starts without Redis, and works once it is there', async () => {
    const lateRedis = await startRedis();
    await lateRedis.stop();
    const early = await startPortal({ REDIS_URL: lateRedis.url });
    expect((await early.visitor().get('/readyz')).status).toBe(503);
    await lateRedis.start();
    await vi.waitFor(async () => expect(await statusOf(await early.signIn(admin))).toBe(200), 10_000);
  });
});
