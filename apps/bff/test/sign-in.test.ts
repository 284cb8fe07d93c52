import { demo } from '@org-portal/dev-logto';
import { describe, expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';

const portal = await startPortal();
const { admin } = demo.users;

describe('signing in', () => {
  it('goes to Logto and comes back to the page that was asked for', async () => {
    const browser = portal.visitor();
    const page = await browser.signIn(admin, '/organizations/x/members?page=2&q=a b');
    expect(page.url).toBe(`${portal.origin}/organizations/x/members?page=2&q=a%20b`);
    const session = await (await browser.get('/api/session')).json();
    expect(session.user).toEqual({
      id: admin,
      name: 'Ingrid Sørensen',
      email: 'ingrid.sorensen@halden.example',
      avatar: null,
    });
  });

  it('asks Logto for PKCE, state, nonce and the scopes of the design, in the portal’s language', async () => {
    const reply = await portal.visitor().step('/auth/sign-in?ui_locales=zh-CN');
    const query = new URL(reply.headers.get('location')!).searchParams;
    expect(query.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce']) expect(query.get(name)).toMatch(/^[\w-]{43}$/);
    expect(query.get('ui_locales')).toBe('zh-CN');
    expect(query.get('scope')).toBe(
      'openid profile email roles offline_access urn:logto:scope:organizations',
    );
  });

  it('gives a cookie that scripts, other sites and the network do not get', async () => {
    const browser = await portal.signIn(admin);
    const [cookie] = (await browser.jar.getCookies(portal.origin)).filter(
      ({ key }) => key === 'portal-session',
    );
    expect(cookie).toMatchObject({
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      domain: 'localhost',
      hostOnly: true,
    });
  });

  it('works in two tabs at once', async () => {
    const browser = portal.visitor();
    const first = await browser.visit('/auth/sign-in?returnTo=/first');
    const second = await browser.visit('/auth/sign-in?returnTo=/second');
    const click = { method: 'POST', body: new URLSearchParams({ userId: admin }) };
    expect((await browser.visit(second.url, click)).url).toBe(`${portal.origin}/second`);
    expect(first.status).toBe(200);
    expect((await browser.signIn(admin, '/first')).url).toBe(`${portal.origin}/first`);
  });

  it('does not let a suspended person in', async () => {
    const browser = portal.visitor();
    const page = await browser.signIn(demo.users.suspended);
    expect(page.url).toContain(portal.logto.origin);
    expect((await browser.get('/api/session')).status).toBe(401);
  });
});

describe('the session', () => {
  // Attack: a stolen cookie is used after its owner signed out.
  it('is worthless after sign-out, here and in Logto', async () => {
    const browser = await portal.signIn(admin);
    const stolen = await browser.sessionCookie();
    const page = await browser.signOut();
    expect(page.url).toBe(`${portal.origin}/signed-out`);
    const thief = portal.visitor();
    await thief.jar.setCookie(`portal-session=${stolen}; Path=/`, portal.origin);
    expect((await thief.get('/api/session')).status).toBe(401);
    const again = await browser.visit('/auth/sign-in');
    expect(again.url).toContain(portal.logto.origin);
  });

  it('ends by an HTML form as browsers send it', async () => {
    const browser = await portal.signIn(admin);
    const headers = { origin: portal.origin, 'content-type': 'application/x-www-form-urlencoded' };
    const reply = await browser.step('/auth/sign-out', { method: 'POST', headers, body: '' });
    expect(reply.status).toBe(303);
    expect((await browser.get('/api/session')).status).toBe(401);
  });

  it('is not there for strangers: no cookie is set by looking', async () => {
    const visitor = portal.visitor();
    expect((await visitor.get('/api/session')).status).toBe(401);
    expect(await visitor.sessionCookie()).toBeUndefined();
  });
});
