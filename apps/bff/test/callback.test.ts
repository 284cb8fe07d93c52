import { demo } from '@org-portal/dev-logto';
import { describe, expect, it } from 'vitest';
import type { Browser } from './harness/browser.ts';
import { startPortal } from './harness/portal.ts';

const portal = await startPortal();
const { admin, owner, viewer } = demo.users;
const refusal = /^\/signed-out\?problem=sign_in\.failed&instance=[\w-]{36}$/;

const callback = async () => {
  const browser = portal.visitor();
  return { browser, url: await browser.untilCallback(admin) };
};
const locationOf = async (browser: Browser, url: URL) =>
  (await browser.step(url.href)).headers.get('location');
const personIn = async (browser: Browser) => {
  const reply = await browser.get('/api/session');
  return reply.status === 200 ? (await reply.json()).user.id : reply.status;
};
/** The authorization request of a fresh attempt in `browser`, changed on its way to Logto. */
const changedRequest = async (browser: Browser, change: (query: URLSearchParams) => void) => {
  const url = new URL((await browser.step('/auth/sign-in')).headers.get('location')!);
  change(url.searchParams);
  return url.href;
};

describe('the callback', () => {
  it('is good for once, and leads to the page again while the session lives', async () => {
    const browser = portal.visitor();
    const url = await browser.untilCallback(admin, '/auth/sign-in?returnTo=/organizations/x/members');
    expect(await locationOf(browser, url)).toBe('/organizations/x/members');
    const session = await browser.sessionCookie();
    expect(await locationOf(browser, url)).toBe('/organizations/x/members');
    expect(await browser.sessionCookie()).toBe(session);
    expect(await personIn(browser)).toBe(admin);
    await browser.step('/auth/sign-out', { method: 'POST', headers: { origin: portal.origin } });
    expect(await locationOf(browser, url)).toMatch(refusal);
    expect(await personIn(browser)).toBe(401);
  });

  // Attack: the callback is caught on its way and used at the same time, in the same browser.
  it('is good for once, at the same time too', async () => {
    const { browser, url } = await callback();
    const cookie = await browser.jar.getCookieString(portal.origin);
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => fetch(url, { redirect: 'manual', headers: { cookie } })),
    );
    const sessions = replies.flatMap((reply) =>
      reply.headers.getSetCookie().filter((one) => one.startsWith('portal-session=')),
    );
    expect(sessions).toHaveLength(1);
    // A double click goes on to the page with both.
    for (const reply of replies) expect(reply.headers.get('location')).toBe('/');
  });

  it.each<[string, (query: URLSearchParams) => void]>([
    ['another state', (query) => query.set('state', 'x')],
    ['no state', (query) => query.delete('state')],
    ['an empty state', (query) => query.set('state', '')],
    ['the beginning of the state', (query) => query.set('state', query.get('state')!.slice(0, 16))],
    ['another end of the state', (query) => query.set('state', `${query.get('state')!.slice(0, -1)}!`)],
    ['two states', (query) => query.append('state', 'x')],
    ['another issuer', (query) => query.set('iss', 'https://evil.example/oidc')],
    ['an issuer that begins the same', (query) => query.set('iss', `${query.get('iss')}/x`)],
    ['two issuers', (query) => query.append('iss', 'https://evil.example/oidc')],
    ['no issuer', (query) => query.delete('iss')],
    ['another code', (query) => query.set('code', 'x')],
    ['two codes', (query) => query.append('code', 'x')],
    ['no code', (query) => query.delete('code')],
    ['tokens instead of a code', (query) => query.set('id_token', 'e30.e30.')],
    ['a signed reply that is none', (query) => query.set('response', 'e30.e30.')],
    ['an error', (query) => query.set('error', 'access_denied')],
  ])('is refused with %s', async (_name, change) => {
    const { browser, url } = await callback();
    change(url.searchParams);
    expect(await locationOf(browser, url)).toMatch(
      /^\/signed-out\?problem=(sign_in\.failed|request\.invalid)&/,
    );
    expect(await personIn(browser)).toBe(401);
  });

  it('of 10,000 characters ends on a page too', async () => {
    const { browser, url } = await callback();
    url.searchParams.set('state', 'x'.repeat(10_000));
    expect(await locationOf(browser, url)).toMatch(/^\/signed-out\?problem=request\.invalid&/);
  });

  it('is a navigation and nothing else', async () => {
    const { browser, url } = await callback();
    expect((await browser.call('POST', url.pathname + url.search)).status).toBe(405);
    expect(await personIn(browser)).toBe(401);
  });
});

describe('somebody else’s callback', () => {
  // Attack: login CSRF. The attacker signs in and makes the victim's browser finish it, so that the victim works in
  // the attacker's account.
  it('is refused in a browser that did not start it', async () => {
    const { url } = await callback();
    const victim = portal.visitor();
    expect(await locationOf(victim, url)).toMatch(refusal);
    expect(await personIn(victim)).toBe(401);
  });

  it('leaves somebody who is signed in who they are', async () => {
    const { url } = await callback();
    const victim = await portal.signIn(viewer);
    expect(await locationOf(victim, url)).toBe('/');
    expect(await personIn(victim)).toBe(viewer);
  });

  // Attack: the same, while the victim is on the way to Logto themself: the attacker's code with the victim's state.
  it('is refused with the state of an own attempt', async () => {
    const { url: attackers } = await callback();
    const victim = portal.visitor();
    const url = await victim.untilCallback(viewer);
    url.searchParams.set('code', attackers.searchParams.get('code')!);
    expect(await locationOf(victim, url)).toMatch(refusal);
    expect(await personIn(victim)).toBe(401);
  });

  // Attack: the attacker has caught the victim's code, and puts it into a sign-in of their own.
  it('is refused with a code that was caught from somebody else', async () => {
    const victim = portal.visitor();
    const caught = (await victim.untilCallback(owner)).searchParams.get('code')!;
    const attacker = portal.visitor();
    const url = await attacker.untilCallback(viewer);
    url.searchParams.set('code', caught);
    expect(await locationOf(attacker, url)).toMatch(refusal);
    expect(await personIn(attacker)).toBe(401);
  });
});

describe('an attempt', () => {
  // Attack: the request to Logto is changed on its way, so that the token that comes back was made for another one.
  it.each<[string, (query: URLSearchParams) => void]>([
    ['another nonce', (query) => query.set('nonce', 'n'.repeat(43))],
    ['no nonce', (query) => query.delete('nonce')],
    ['another challenge', (query) => query.set('code_challenge', 'c'.repeat(43))],
  ])('is refused when it had %s', async (_name, change) => {
    const browser = portal.visitor();
    const url = await browser.untilCallback(admin, await changedRequest(browser, change));
    expect(await locationOf(browser, url)).toMatch(refusal);
    expect(await personIn(browser)).toBe(401);
  });

  // Attack: two attempts in one browser, one of them led by the attacker; the answer to one is given to the other.
  it('takes no answer to another attempt in the same browser', async () => {
    const browser = portal.visitor();
    const first = await browser.untilCallback(admin);
    const second = await browser.untilCallback(admin);
    first.searchParams.set('code', second.searchParams.get('code')!);
    expect(await locationOf(browser, first)).toMatch(refusal);
    expect(await personIn(browser)).toBe(401);
  });

  // Attack: a cookie of the attempt that somebody wrote by hand, or moved.
  it.each<[string, (value: string) => string]>([
    ['has no signature', (value) => value.replace(/\.[^.]*$/, '')],
    ['has a made-up signature', (value) => value.replace(/\.[^.]*$/, '.forged')],
    ['was changed', (value) => value.replace(/^./, 'f')],
    ['is empty', () => ''],
    ['is no JSON', () => 'x.y'],
  ])('is refused when its cookie %s', async (_name, change) => {
    const { browser, url } = await callback();
    for (const cookie of await browser.jar.getCookies(portal.origin)) {
      if (!cookie.key.startsWith('portal-sign-in')) continue;
      await browser.jar.setCookie(`${cookie.key}=${change(cookie.value)}; Path=/`, portal.origin);
    }
    expect(await locationOf(browser, url)).toMatch(refusal);
    expect(await personIn(browser)).toBe(401);
  });

  // Attack: the session's own cookie, which the portal has signed, is put in the place of an attempt's.
  it('is refused when its cookie is another one of the portal, and the next one works', async () => {
    const browser = await portal.signIn(admin);
    const session = (await browser.sessionCookie())!;
    for (let nth = 0; nth < 6; nth += 1)
      await browser.jar.setCookie(`portal-sign-in-${nth}=${session}; Path=/`, portal.origin);
    expect((await browser.step('/auth/callback?code=x&state=y')).status).toBe(303);
    expect((await browser.signIn(admin)).url).toBe(`${portal.origin}/`);
    expect(await personIn(browser)).toBe(admin);
  });

  it('is refused when its cookie was overwritten with that of another', async () => {
    const browser = portal.visitor();
    const first = await browser.untilCallback(admin);
    await browser.untilCallback(admin);
    const [one, other] = (await browser.jar.getCookies(portal.origin))
      .filter(({ key }) => key.startsWith('portal-sign-in'))
      .sort((a, b) => a.creationIndex - b.creationIndex);
    await browser.jar.setCookie(`${one!.key}=${other!.value}; Path=/`, portal.origin);
    expect(await locationOf(browser, first)).toMatch(refusal);
  });
});
