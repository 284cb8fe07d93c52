import { demo } from '@org-portal/dev-logto';
import { describe, expect, it } from 'vitest';
import type { Browser } from './harness/browser.ts';
import { startPortal } from './harness/portal.ts';
import { RawClient } from './harness/raw-client.ts';

const { admin } = demo.users;
const LONG = `/organizations/x/members?q=${'a'.repeat(1_900)}`;

const portal = await startPortal();
const client = new RawClient(portal.origin);

const cookiesOf = (browser: Browser) => browser.jar.getCookieString(portal.origin);
const begin = async (browser: Browser, returnTo = '/') =>
  (await browser.step(`/auth/sign-in?${new URLSearchParams({ returnTo })}`)).headers.get('location')!;
/** A browser as former versions left it: a cookie for each attempt, alive for an hour. */
const cluttered = async (count: number, length: number) => {
  const browser = await portal.signIn(admin);
  for (let nth = 0; nth < count; nth += 1) {
    const name = `portal-sign-in-${String(nth).padStart(4, '0')}abcdefghijkl`;
    await browser.jar.setCookie(`${name}=${'v'.repeat(length)}; Path=/`, portal.origin);
  }
  return browser;
};
const left = async (browser: Browser) =>
  (await cookiesOf(browser)).match(/portal-sign-in-\d{4}abc/g)?.length ?? 0;

/** A navigation, whatever the length of its headers. */
const visit = async (browser: Browser, path: string) => {
  const headers = { accept: 'text/html', cookie: await cookiesOf(browser) };
  const reply = await client.send({ method: 'GET', path, headers });
  for (const one of [reply.headers['set-cookie'] ?? []].flat())
    await browser.jar.setCookie(one, portal.origin);
  return reply;
};

describe('what unfinished sign-ins leave in the browser', () => {
  // Attack: a page opens the portal's sign-in over and over, with long addresses, until no page of it opens any more.
  it.each([
    [60, '/'],
    [60, LONG],
    // As long as is kept.
    [60, `/organizations/x/members?q=${'a'.repeat(485)}`],
  ])('is bounded after %i of them, returnTo %s', async (count, returnTo) => {
    const browser = portal.visitor();
    for (let nth = 0; nth < count; nth += 1) await begin(browser, returnTo);
    expect((await cookiesOf(browser)).length).toBeLessThan(6_500);
    expect((await browser.get('/api/session')).status).toBe(401);
    await browser.signIn(admin);
    expect((await browser.get('/api/session')).status).toBe(200);
    await browser.signOut();
    expect((await browser.get('/api/session')).status).toBe(401);
  });

  it('is bounded where forty tabs open in the same moment', async () => {
    const browser = portal.visitor();
    await Promise.all(Array.from({ length: 40 }, () => begin(browser, LONG)));
    expect((await cookiesOf(browser)).length).toBeLessThan(6_500);
  });

  it('is enough for six tabs to sign in by turns, the last one first', async () => {
    const browser = portal.visitor();
    const returnTo = ['/a', '/b', '/c', '/d', '/e', '/f'];
    const callbacks = [];
    for (const path of returnTo) {
      callbacks.push(await browser.untilCallback(admin, `/auth/sign-in?returnTo=${path}`));
    }
    const locations = [];
    for (const url of callbacks.reverse())
      locations.push((await browser.step(url.href)).headers.get('location'));
    expect(locations).toEqual(returnTo.reverse());
  });

  it('drops the oldest', async () => {
    const browser = portal.visitor();
    const oldest = await browser.untilCallback(admin, '/auth/sign-in?returnTo=/oldest');
    const second = await browser.untilCallback(admin, '/auth/sign-in?returnTo=/second');
    for (let nth = 0; nth < 5; nth += 1) await begin(browser);
    expect((await browser.step(oldest.href)).headers.get('location')).toMatch(/^\/signed-out/);
    expect((await browser.step(second.href)).headers.get('location')).toBe('/second');
  });
});

describe('a browser in which former versions left too many', () => {
  it.each(['/api/session', '/auth/sign-in', '/auth/callback'])('is freed of them by %s', async (path) => {
    const browser = await cluttered(50, 600);
    expect((await cookiesOf(browser)).length).toBeGreaterThan(30_000);
    expect((await browser.step(path)).status).toBeLessThan(400);
    expect(await left(browser)).toBe(0);
    expect((await browser.get('/api/session')).status).toBe(200);
  });

  // More than any header may be: there is no request yet, and the answer is sent on the bare connection.
  it('recovers by itself where the server does not even read the headers', async () => {
    const browser = await cluttered(40, 3_500);
    expect((await cookiesOf(browser)).length).toBeGreaterThan(130_000);
    let reply = await visit(browser, '/');
    expect(reply.status).toBe(413);
    // As the page leads on: by itself, or by its first link.
    for (let visits = 0; reply.status === 413 && visits < 20; visits += 1) {
      const path = /;url=([^"]+)/.exec(reply.text)?.[1] ?? /href="([^"]+)"/.exec(reply.text)?.[1] ?? '';
      reply = await visit(browser, path);
    }
    expect(reply.status).not.toBe(413);
    expect((await browser.get('/api/session')).status).toBe(200);
    expect(await left(browser)).toBe(0);
  });

  it('is told what to do where other cookies are too many', async () => {
    const reply = await client.send({
      method: 'GET',
      path: '/',
      headers: { accept: 'text/html', cookie: `other=${'x'.repeat(80_000)}` },
    });
    expect(reply.status).toBe(413);
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(reply.headers['set-cookie']).toBeUndefined();
    expect(reply.text).toContain('delete the cookies of this site');
  });
});
