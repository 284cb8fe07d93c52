import { demo, type Fault } from '@org-portal/dev-logto';
import { describe, expect, it } from 'vitest';
import { freePort } from '../../../scripts/process/free-port.mjs';
import { startPortal } from './harness/portal.ts';

const { admin } = demo.users;
const DISCOVERY = '/oidc/.well-known/openid-configuration';
const TOKEN = 'POST /oidc/token';

const faults: [string, Fault, string][] = [
  ['500', { kind: 'status', status: 500 }, 'upstream.failed'],
  ['503', { kind: 'status', status: 503 }, 'upstream.failed'],
  ['429', { kind: 'status', status: 429, retryAfter: 1 }, 'upstream.failed'],
  ['a reset connection', { kind: 'reset' }, 'upstream.failed'],
  ['half an answer', { kind: 'cut' }, 'upstream.failed'],
  ['something that is no JSON', { kind: 'garbage' }, 'upstream.unexpected_response'],
];
const pageOf = (problem: string) => new RegExp(`^/signed-out\\?problem=${problem}&instance=[\\w-]{36}$`);

describe('before sign-in, Logto answers with', async () => {
  const portal = await startPortal();

  it.each(faults)('%s: a page says so', async (_name, fault, problem) => {
    portal.logto.controls.fail(DISCOVERY, fault);
    const reply = await portal.visitor().step('/auth/sign-in?returnTo=/organizations');
    expect(reply.headers.get('location')).toMatch(pageOf(problem));
  });

  it('what it should at last: the next try works', async () => {
    portal.logto.controls.fail(DISCOVERY, { kind: 'reset' });
    const visitor = portal.visitor();
    await visitor.step('/auth/sign-in');
    await visitor.signIn(admin);
    expect((await visitor.get('/api/session')).status).toBe(200);
  });

  it('nothing at all: a page says so', async () => {
    const nobody = `http://localhost:${await freePort()}`;
    const alone = await startPortal({ LOGTO_ENDPOINT: nobody });
    const reply = await alone.visitor().step('/auth/sign-in');
    expect(reply.headers.get('location')).toMatch(pageOf('upstream.failed'));
  });
});

describe('between leaving and coming back, the token endpoint answers with', async () => {
  const portal = await startPortal();

  it.each(faults)(
    '%s: a page says so, nobody is signed in, the next try works',
    async (_name, fault, problem) => {
      const visitor = portal.visitor();
      const callback = await visitor.untilCallback(admin);
      portal.logto.controls.fail(TOKEN, fault);
      const reply = await visitor.step(callback.href);
      expect(reply.headers.get('location')).toMatch(pageOf(problem));
      expect((await visitor.get('/api/session')).status).toBe(401);
      await visitor.visit('/auth/sign-in');
      expect((await visitor.get('/api/session')).status).toBe(200);
    },
  );

  it('nothing for ten seconds: a page says so', async () => {
    const visitor = portal.visitor();
    const callback = await visitor.untilCallback(admin);
    portal.logto.controls.fail(TOKEN, { kind: 'slow', delayMs: 15_000 });
    const reply = await visitor.step(callback.href);
    expect(reply.headers.get('location')).toMatch(pageOf('upstream.timeout'));
  });

  it('a refusal of the portal’s own secret: a page says so, and the log loudly', async () => {
    const misled = await startPortal({ LOGTO_APP_SECRET: 'another secret' });
    const visitor = misled.visitor();
    const reply = await visitor.step((await visitor.untilCallback(admin)).href);
    expect(reply.headers.get('location')).toMatch(pageOf('upstream.misconfigured'));
  });

  // The ID token comes from the token endpoint itself, over TLS (OpenID Connect Core, 3.1.3.7, 6).
  it('its keys missing: nobody needs them', async () => {
    const visitor = portal.visitor();
    portal.logto.controls.fail('/oidc/jwks', { kind: 'status', status: 500 });
    await visitor.signIn(admin);
    expect((await visitor.get('/api/session')).status).toBe(200);
    portal.logto.controls.clearFaults();
  });

  it.each([
    ['server_error', 'upstream.failed'],
    ['temporarily_unavailable', 'upstream.failed'],
    ['access_denied', 'sign_in.failed'],
  ])('nothing, since Logto came back with %s: a page says so', async (error, problem) => {
    const visitor = portal.visitor();
    const callback = await visitor.untilCallback(admin);
    callback.searchParams.delete('code');
    callback.searchParams.set('error', error);
    expect((await visitor.step(callback.href)).headers.get('location')).toMatch(pageOf(problem));
  });
});

describe('at sign-out', async () => {
  const portal = await startPortal();

  it.each(faults)(
    'the revocation answers with %s: one is signed out all the same, in Logto too',
    async (_name, fault) => {
      const browser = await portal.signIn(admin);
      portal.logto.controls.fail('/oidc/token/revocation', fault);
      const page = await browser.signOut();
      expect(page.url).toBe(`${portal.origin}/signed-out`);
      expect((await browser.get('/api/session')).status).toBe(401);
      expect((await browser.visit('/auth/sign-in')).url).toContain(portal.logto.origin);
    },
  );
});
