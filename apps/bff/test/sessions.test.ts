import { createHmac } from 'node:crypto';
import { demo } from '@org-portal/dev-logto';
import { Signer } from '@fastify/cookie';
import { describe, expect, it, vi } from 'vitest';
import type { Browser } from './harness/browser.ts';
import { secrets, startPortal } from './harness/portal.ts';
import { sessionHomes } from './harness/session-homes.ts';

const { admin, owner, viewer } = demo.users;
const KEY = 'the key of a webhook of this test alone';
const homes = await sessionHomes();

const statusOf = async (browser: Browser) => (await browser.get('/api/session')).status;

/** Has the portal be told something as if by Logto's webhook. */
const deliver = async (origin: string, event: object) => {
  const body = JSON.stringify(event);
  const signature = createHmac('sha256', KEY).update(body).digest('hex');
  const headers = { 'content-type': 'application/json', 'logto-signature-sha-256': signature };
  return (await fetch(`${origin}/webhooks/logto`, { method: 'POST', body, headers })).status;
};

describe.each(homes)('sessions %s', async (_name, env) => {
  const portal = await startPortal({ ...env, LOGTO_WEBHOOK_SIGNING_KEY: KEY });

  /** A browser with a copy of somebody's cookie. */
  const thiefWith = async (cookie: string | undefined) => {
    const thief = portal.visitor();
    await thief.jar.setCookie(`portal-session=${cookie}; Path=/`, portal.origin);
    return thief;
  };

  // Attack: fixation. The attacker plants a session id in the victim's browser before the victim signs in: their
  // own, one that never was, one that somehow is signed.
  it.each([
    ['of their own', async () => (await portal.signIn(viewer)).sessionCookie()],
    ['made up', async () => 'a'.repeat(32)],
    ['made up, with a signature', async () => `${'a'.repeat(32)}.${'b'.repeat(43)}`],
    ['signed by the portal', async () => new Signer(secrets.SESSION_SECRET).sign('a'.repeat(32))],
  ])('have a new id after sign-in: one %s is not kept', async (_kind, plant) => {
    const planted = (await plant())!;
    const victim = await thiefWith(planted);
    await victim.signIn(admin);
    expect(await statusOf(victim)).toBe(200);
    expect(await victim.sessionCookie()).not.toBe(planted);
    expect(await statusOf(await thiefWith(planted))).toBe(401);
  });

  // Attack: whoever has learnt a session's id puts a signature of their own to it, while its owner uses the real one.
  it.each([
    ['another key', (id: string) => new Signer('k'.repeat(32)).sign(id)],
    ['nothing', (id: string) => `${id}.`],
    ['no signature at all', (id: string) => id],
  ])('are no good signed with %s', async (_with, forge) => {
    const browser = await portal.signIn(admin);
    expect(await statusOf(browser)).toBe(200);
    const [id = ''] = decodeURIComponent((await browser.sessionCookie())!).split('.');
    expect(await statusOf(await thiefWith(forge(id)))).toBe(401);
    expect(await statusOf(browser)).toBe(200);
  });

  // Attack: a stolen cookie is used after its owner signed out.
  it('are worthless after sign-out', async () => {
    const browser = await portal.signIn(admin);
    const stolen = await browser.sessionCookie();
    expect(await statusOf(await thiefWith(stolen))).toBe(200);
    await browser.signOut();
    expect(await statusOf(await thiefWith(stolen))).toBe(401);
  });

  // Attack: a stolen cookie is used after its owner signed in anew.
  it('are worthless after another sign-in in the same browser', async () => {
    const browser = await portal.signIn(admin);
    const stolen = await browser.sessionCookie();
    await browser.visit('/auth/sign-in');
    expect(await browser.sessionCookie()).not.toBe(stolen);
    expect(await statusOf(await thiefWith(stolen))).toBe(401);
  });

  it('of one person in several browsers end one by one', async () => {
    const [one, other] = [await portal.signIn(admin), await portal.signIn(admin)];
    await one.signOut();
    expect(await statusOf(one)).toBe(401);
    expect(await statusOf(other)).toBe(200);
  });

  // Attack: somebody is suspended in Logto's console; a browser of theirs sleeps through it and goes on afterwards.
  it.each([
    ['suspended', 'User.SuspensionStatus.Updated', { isSuspended: true }],
    ['deleted', 'User.Deleted', { isSuspended: false }],
  ])('are over once Logto tells that their person was %s', async (_what, event, state) => {
    const browser = await portal.signIn(viewer);
    const createdAt = new Date().toISOString();
    expect(await deliver(portal.origin, { event, createdAt, data: { id: viewer, ...state } })).toBe(204);
    expect(await statusOf(browser)).toBe(401);
    expect(await browser.sessionCookie()).toBeUndefined();
  });

  describe('signing out everywhere', () => {
    it('ends those in all three browsers, and those of nobody else', async () => {
      const browsers = [await portal.signIn(admin), await portal.signIn(admin), await portal.signIn(admin)];
      const bystander = await portal.signIn(owner);
      const stolen = await Promise.all(browsers.map((browser) => browser.sessionCookie()));
      expect((await browsers[1]!.call('POST', '/api/session/end-all')).status).toBe(204);
      for (const browser of browsers) expect(await statusOf(browser)).toBe(401);
      for (const cookie of stolen) expect(await statusOf(await thiefWith(cookie))).toBe(401);
      expect(await statusOf(bystander)).toBe(200);
      expect(await statusOf(await portal.signIn(admin))).toBe(200);
    });

    // Attack: a thief starts a sign-in, holds its code back until the owner has signed out everywhere, and redeems it.
    it('ends sign-ins that have started, whose code was held back', async () => {
      const owners = await portal.signIn(admin);
      const thief = portal.visitor();
      const callback = await thief.untilCallback(admin);
      await owners.call('POST', '/api/session/end-all');
      const reply = await thief.step(callback.href);
      expect(reply.headers.get('location')).toMatch(/^\/signed-out\?problem=sign_in\.failed/);
      expect(await statusOf(thief)).toBe(401);
      expect(await statusOf(await portal.signIn(admin))).toBe(200);
    });

    // Attack: the same, while Logto keeps what belongs to the code, since its sessions were not asked to end.
    it('ends them also where Logto would still take the code', async () => {
      const thief = portal.visitor();
      const callback = await thief.untilCallback(owner);
      const data = { id: owner, isSuspended: true };
      const event = { event: 'User.SuspensionStatus.Updated', createdAt: new Date().toISOString(), data };
      expect(await deliver(portal.origin, event)).toBe(204);
      const reply = await thief.step(callback.href);
      expect(reply.headers.get('location')).toMatch(/^\/signed-out\?problem=sign_in\.failed/);
      expect(await statusOf(thief)).toBe(401);
    });

    // Attack: whoever sits at another browser clicks "Sign in", and Logto, which knows them still, lets them in.
    it('ends them in Logto too: the other browser must say again who is there', async () => {
      const [one, other] = [await portal.signIn(admin), await portal.signIn(admin)];
      await one.call('POST', '/api/session/end-all');
      for (const browser of [one, other]) {
        expect((await browser.visit('/auth/sign-in')).url).toContain(portal.logto.origin);
        expect(await statusOf(browser)).toBe(401);
      }
    });

    it('that Logto does not do fails as a whole, and can be tried again', async () => {
      const browser = await portal.signIn(admin);
      portal.logto.controls.fail('DELETE /api/users/{id}/sessions/{sid}', { kind: 'status', status: 500 });
      expect((await browser.call('POST', '/api/session/end-all')).status).toBe(502);
      expect(await statusOf(browser)).toBe(200);
      expect((await browser.call('POST', '/api/session/end-all')).status).toBe(204);
      expect(await statusOf(browser)).toBe(401);
    });

    // Attack: a thief has a refresh token, of this portal or of another application, of a session that is gone or not.
    it('ends the grants of applications too, also those that have no session any more', async () => {
      const grants = () => portal.operator.call<{ grants: object[] }>('GET', `/users/${admin}/grants`);
      const orphaned = await portal.signIn(admin);
      const sessions = await portal.operator.call<{ sessions: { payload: { uid: string } }[] }>(
        'GET',
        `/users/${admin}/sessions`,
      );
      for (const { payload } of sessions.sessions)
        await portal.operator.call('DELETE', `/users/${admin}/sessions/${payload.uid}`);
      const browser = await portal.signIn(admin);
      expect((await grants()).grants.length).toBeGreaterThan(1);
      expect((await browser.call('POST', '/api/session/end-all')).status).toBe(204);
      expect((await grants()).grants).toEqual([]);
      expect(await statusOf(orphaned)).toBe(401);
    });

    // Attack: Logto fails before it has ended each grant, and the thief's refresh token lives on.
    it('ends the grants of sessions with them, even if Logto then fails to end the others', async () => {
      const browser = await portal.signIn(admin);
      portal.logto.controls.fail('GET /api/users/{userId}/grants', { kind: 'status', status: 422 });
      expect((await browser.call('POST', '/api/session/end-all')).status).toBeGreaterThanOrEqual(400);
      portal.logto.controls.clearFaults();
      const { grants } = await portal.operator.call<{ grants: object[] }>('GET', `/users/${admin}/grants`);
      expect(grants).toEqual([]);
    });

    it('makes the refresh token worthless', async () => {
      const browser = await portal.signIn(admin);
      portal.logto.controls.fail('POST /oidc/token/revocation', { kind: 'slow', delayMs: 1 });
      await browser.call('POST', '/api/session/end-all');
      expect(portal.logto.controls.faults()).toEqual([]);
    });

    it('succeeds though Logto does not take the refresh token back', async () => {
      const browser = await portal.signIn(admin);
      portal.logto.controls.fail('/oidc/token/revocation', { kind: 'status', status: 500 });
      expect((await browser.call('POST', '/api/session/end-all')).status).toBe(204);
      expect(await statusOf(browser)).toBe(401);
      expect(portal.log()).toContain('the refresh token was not revoked');
    });

    it('is for whoever is signed in', async () => {
      expect((await portal.visitor().call('POST', '/api/session/end-all')).status).toBe(401);
    });
  });
});

describe.each(homes)('the life of a session %s', async (_name, env) => {
  // Attack: a cookie is copied from a machine that was left alone over lunch.
  it('ends when it is idle', async () => {
    const idle = 2_500;
    const portal = await startPortal(env, { lifetimes: { idle, absolute: 3_600_000 } });
    const browser = await portal.signIn(admin);
    const copied = await browser.sessionCookie();
    expect(await statusOf(browser)).toBe(200);
    const lastRequest = Date.now();
    await vi.waitUntil(() => Date.now() > lastRequest + idle, 5_000);
    const thief = portal.visitor();
    await thief.jar.setCookie(`portal-session=${copied}; Path=/`, portal.origin);
    expect(await statusOf(thief)).toBe(401);
  });

  it('lives on while it is used, and is not written anew for each request', async () => {
    const idle = 1_500;
    const portal = await startPortal(env, { lifetimes: { idle, absolute: 3_600_000 } });
    const browser = await portal.signIn(admin);
    const begun = Date.now();
    let written = 0;
    let requests = 0;
    await vi.waitUntil(
      async () => {
        const reply = await browser.get('/api/session');
        expect(reply.status).toBe(200);
        requests += 1;
        written += reply.headers.getSetCookie().length;
        return Date.now() > begun + 2 * idle;
      },
      { timeout: 10_000, interval: 10 },
    );
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThan(requests);
  });

  // Attack: a stolen session is kept alive for good by asking for something all the time.
  it('ends in any case, however busy', async () => {
    const portal = await startPortal(env, { lifetimes: { idle: 3_600_000, absolute: 1_000 } });
    const browser = await portal.signIn(admin);
    const copied = await browser.sessionCookie();
    const statuses = new Set<number>();
    await vi.waitUntil(async () => statuses.add(await statusOf(browser)).has(401), 5_000);
    expect([...statuses]).toEqual([200, 401]);
    const thief = portal.visitor();
    await thief.jar.setCookie(`portal-session=${copied}; Path=/`, portal.origin);
    expect(await statusOf(thief)).toBe(401);
  });
});

describe.each(homes.slice(1))('two instances, sessions %s,', async (_name, env) => {
  const portal = await startPortal(env);
  const other = await portal.another();
  const statusAt = async (origin: string, browser: Browser) => {
    const cookie = await browser.jar.getCookieString(portal.origin);
    return (await fetch(`${origin}/api/session`, { headers: { cookie } })).status;
  };

  it('know each other’s sessions', async () => {
    const browser = await portal.signIn(admin);
    expect(await statusAt(other, browser)).toBe(200);
  });

  // Attack: the cookie is used at the instance where its owner did not sign out.
  it('end a session for each other', async () => {
    const browser = await portal.signIn(admin);
    const cookie = await browser.jar.getCookieString(portal.origin);
    await browser.signOut();
    expect((await fetch(`${other}/api/session`, { headers: { cookie } })).status).toBe(401);
  });

  it('end all sessions of a person for each other', async () => {
    const browsers = [await portal.signIn(admin), await portal.signIn(admin), await portal.signIn(admin)];
    const cookie = await browsers[0]!.jar.getCookieString(portal.origin);
    const headers = { cookie, origin: portal.origin };
    expect((await fetch(`${other}/api/session/end-all`, { method: 'POST', headers })).status).toBe(204);
    for (const browser of browsers) {
      expect(await statusAt(portal.origin, browser)).toBe(401);
      expect(await statusAt(other, browser)).toBe(401);
    }
  });
});
