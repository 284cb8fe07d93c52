import { demo } from '@org-portal/dev-logto';
import { describe, expect, it, vi } from 'vitest';
import { startPortal } from './harness/portal.ts';
import { sessionHomes } from './harness/session-homes.ts';

const { admin, owner } = demo.users;
const homes = await sessionHomes();
const LIMIT = 12;

/** @returns how many of `count` calls were let through */
const letThrough = async (count: number, call: () => Promise<Response>) => {
  const statuses = await Promise.all(Array.from({ length: count }, async () => (await call()).status));
  return statuses.filter((status) => status !== 429).length;
};

describe.each(homes)('limits, with sessions %s', async (_name, env) => {
  // Attack: a script with a valid session, or several of them, asks for everything as fast as it can.
  it('hold for one person over all their sessions, and for nobody else', async () => {
    const portal = await startPortal({ ...env, RATE_LIMIT_PER_PERSON: String(LIMIT) });
    const [one, other] = [await portal.signIn(admin), await portal.signIn(admin)];
    const bystander = await portal.signIn(owner);
    portal.logto.calls.reset();
    const path = `/api/organizations/${demo.organizations.halden}/members`;
    const passed = await letThrough(2 * LIMIT, () => one.get(path));
    expect(passed).toBe(LIMIT);
    expect(portal.logto.calls.all()['GET /api/organizations/:id/users'] ?? 0).toBeLessThanOrEqual(LIMIT);

    const reply = await other.get('/api/session');
    expect(reply.status).toBe(429);
    expect(reply.headers.get('content-type')).toBe('application/problem+json');
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(reply.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(await reply.json()).toMatchObject({ status: 429, code: 'request.rate_limited' });
    expect(await other.sessionCookie()).toBeDefined();
    expect((await bystander.get('/api/session')).status).toBe(200);
  });

  // Attack: somebody without an account tries codes, cookies and addresses as fast as they can.
  it('hold for one address before sign-in, and not for the people who are signed in behind it', async () => {
    const portal = await startPortal({ ...env, RATE_LIMIT_PER_ADDRESS: String(LIMIT) });
    const browser = await portal.signIn(admin);
    const stranger = portal.visitor();
    const passed = await letThrough(2 * LIMIT, () => stranger.get('/api/session'));
    expect(passed).toBeGreaterThan(0);
    expect(passed).toBeLessThanOrEqual(LIMIT);
    const page = await stranger.step('/auth/callback?code=x&state=y');
    expect(page.headers.get('location')).toMatch(/^\/signed-out\?problem=request\.rate_limited/);
    expect((await browser.get('/api/session')).status).toBe(200);
  });

  // Attack: a thief whose stolen session was ended asks with it all the same, until its owner is locked out.
  it('do not count what comes with a session that was ended', async () => {
    const portal = await startPortal({ ...env, RATE_LIMIT_PER_PERSON: String(LIMIT) });
    const owners = await portal.signIn(demo.users.support);
    const cookie = await (await portal.signIn(demo.users.support)).jar.getCookieString(portal.origin);
    expect((await owners.call('POST', '/api/session/end-all')).status).toBe(204);
    for (const path of ['/auth/sign-in', '/auth/callback', '/api/session'])
      await letThrough(2 * LIMIT, () =>
        fetch(portal.origin + path, { headers: { cookie }, redirect: 'manual' }),
      );
    expect((await (await portal.signIn(demo.users.support)).get('/api/session')).status).toBe(200);
  });

  // Attack: a request names another address as its own, to be counted there.
  it('believe no address that the client made up', async () => {
    const portal = await startPortal({ ...env, RATE_LIMIT_PER_ADDRESS: String(LIMIT) });
    let made = 0;
    const stranger = portal.visitor();
    const call = () =>
      stranger.call('GET', '/api/session', undefined, { 'x-forwarded-for': `10.0.0.${(made += 1)}` });
    expect(await letThrough(2 * LIMIT, call)).toBeLessThanOrEqual(LIMIT);
  });

  it('do not count health and pages', async () => {
    const portal = await startPortal({ ...env, RATE_LIMIT_PER_ADDRESS: '1', RATE_LIMIT_PER_PERSON: '1' });
    const stranger = portal.visitor();
    for (const path of ['/healthz', '/readyz', '/nothing']) {
      expect(await letThrough(5, () => stranger.get(path))).toBe(5);
    }
  });
});

describe.each(homes.slice(1))('limits of two instances, counted %s,', (_name, env) => {
  // Attack: one person asks two instances by turns.
  it('hold for both together', async () => {
    const portal = await startPortal({
      ...env,
      RATE_LIMIT_PER_PERSON: String(LIMIT),
    });
    const origins = [portal.origin, await portal.another()];
    const browser = await portal.signIn(demo.users.viewer);
    const cookie = await browser.jar.getCookieString(portal.origin);
    let turn = 0;
    const call = () => fetch(`${origins[(turn += 1) % 2]}/api/session`, { headers: { cookie } });
    expect(await letThrough(2 * LIMIT, call)).toBe(LIMIT);
  });
});

// Attack: anybody asks for the readiness as fast as they can, and uses up what Logto takes from the portal.
it('asking for the readiness asks Logto once a second at most', async () => {
  const portal = await startPortal();
  const asked = () => portal.logto.calls.all()['GET /api/organization-scopes'] ?? 0;
  await vi.waitFor(() => expect(asked()).toBeGreaterThan(0));
  portal.logto.calls.reset();
  const started = Date.now();
  expect(await letThrough(200, () => portal.visitor().get('/readyz'))).toBe(200);
  const seconds = Math.ceil((Date.now() - started) / 1000);
  expect(asked()).toBeGreaterThan(0);
  expect(asked()).toBeLessThanOrEqual(seconds);
});
